using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Identity.Tests.Web.Components;

/// <summary>One page in which tag helpers are written one after the other, without Razor.</summary>
internal sealed class Rendering
{
    private static readonly EmptyModelMetadataProvider Metadata = new();
    private readonly Dictionary<object, object> _items = [];

    public Rendering()
    {
        var action = new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(Metadata, action.ModelState);
        View = new ViewContext(action, new NoView(), data, new NoTempData(), TextWriter.Null, new HtmlHelperOptions());
    }

    public ViewContext View { get; }

    public ModelExpression For(string name, object? value = null) =>
        new(name, Metadata.GetModelExplorerForType(value?.GetType() ?? typeof(string), value));

    /// <summary>A post that failed: what was typed, and what is wrong with it.</summary>
    public Rendering Refuse(string name, string problem, string? typed = null)
    {
        View.ModelState.SetModelValue(name, typed, typed);
        View.ModelState.AddModelError(name, problem);
        return this;
    }

    public Task<string> WriteAsync(string tag, ITagHelper helper, params ITagHelper[] children) =>
        WriteAsync(tag, helper, async () =>
        {
            var content = new DefaultTagHelperContent();
            foreach (var child in children)
                content.AppendHtml(await WriteAsync("id-choice", child));
            return content;
        });

    private async Task<string> WriteAsync(string tag, ITagHelper helper, Func<Task<TagHelperContent>> children)
    {
        var context = new TagHelperContext(tag, [], _items, tag);
        var output = new TagHelperOutput(tag, [], (_, _) => children());
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : Dictionary<string, object?>, ITempDataDictionary
    {
        public void Keep() => Clear();

        public void Keep(string key) => Remove(key);

        public void Load() => Clear();

        public object? Peek(string key) => null;

        public void Save() => Clear();
    }
}
