using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Identity.Web.Pages.Shared;

/// <summary>
/// Somebody who was signed out while a page lay open signs in again and finds what they had typed (WCAG 2.2 §2.2.5). It
/// travels in a sealed cookie until the page is shown again; secrets are not among it.
/// </summary>
internal sealed class RestoreAnswers(ITempDataDictionaryFactory tempData) : IPageFilter
{
    private const string Key = "answers";
    private static readonly object Wanted = new();

    private sealed record Kept(string Path, IReadOnlyDictionary<string, string?> Answers);

    /// <summary>Keeps what this request posted.</summary>
    public static void Keep(HttpContext context) => context.Items[Wanted] = true;

    /// <summary>Keeps what a form holds that nobody has bound to a page yet.</summary>
    public static void Keep(HttpContext context, IFormCollection form)
    {
        var answers = form.Where(field => field.Key != "form").ToDictionary(field => field.Key, field => TypedAnswer.Of(field.Key, field.Value.ToString()));
        // Nobody else does it for a request that no page has seen.
        Write(context, answers).Save();
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var data = tempData.GetTempData(context.HttpContext);
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method)
            || data.Peek(Key) is not string text
            || JsonSerializer.Deserialize<Kept>(text) is not { } kept
            || kept.Path != context.HttpContext.Request.Path)
            return;

        data.Remove(Key);
        foreach (var (field, typed) in kept.Answers)
        {
            context.ModelState.SetModelValue(field, typed, typed);
            // Nothing is wrong with it: nobody has looked at it yet.
            context.ModelState.MarkFieldSkipped(field);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (!context.HttpContext.Items.ContainsKey(Wanted))
            return;

        Write(context.HttpContext, context.ModelState.ToDictionary(entry => entry.Key, entry => TypedAnswer.Of(entry.Key, entry.Value)));
    }

    private static ITempDataDictionary Write(HttpContext context, Dictionary<string, string?> answers)
    {
        var data = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        data[Key] = JsonSerializer.Serialize(new Kept(context.Request.Path.Value ?? "", answers));
        return data;
    }
}
