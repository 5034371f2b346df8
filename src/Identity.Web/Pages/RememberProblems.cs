using System.Text.Json;
using Identity.Web.Locales;
using Identity.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Identity.Web.Pages;

/// <summary>
/// Post, redirect, get for a form with problems too: what was typed and what is wrong with it travel in a sealed cookie to
/// the page's GET, so that reloading never posts twice and Back works. What was typed also survives a change of language; the
/// words of the problems do not, as they are in the other one. Secrets are not among what travels.
/// </summary>
internal sealed class RememberProblems(ITempDataDictionaryFactory tempData) : IPageFilter
{
    private const string Key = "problems";

    private sealed record Entry(string Field, string? Typed, IReadOnlyList<string> Problems);

    private sealed record Remembered(string Path, IReadOnlyList<Entry> Entries)
    {
        /// <summary>Whether they have been shown, so that only the same page in another language shows them again.</summary>
        public bool Shown { get; init; }
    }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method)
            || tempData.GetTempData(context.HttpContext)[Key] is not string text
            || JsonSerializer.Deserialize<Remembered>(text) is not { } remembered
            || remembered.Path != request.Path
            || (remembered.Shown && !request.Query.ContainsKey(RequestLocale.Choice)))
            return;

        Show(context.ModelState, remembered.Entries);
        tempData.GetTempData(context.HttpContext)[Key] = JsonSerializer.Serialize(
            new Remembered(remembered.Path, [.. remembered.Entries.Select(entry => entry with { Problems = [] })]) { Shown = true });
    }

    private static void Show(ModelStateDictionary state, IReadOnlyList<Entry> entries)
    {
        foreach (var (field, typed, problems) in entries)
        {
            state.SetModelValue(field, typed, typed);
            state.MarkFieldSkipped(field);
            foreach (var problem in problems)
                state.AddModelError(field, problem);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.ModelState.IsValid || context.Result is not PageResult)
            return;
        // What no cookie has room for is answered in place, so that nothing of it is lost.
        if (context.ModelState.Values.Any(entry => entry.AttemptedValue is { Length: > TypedAnswer.MostCharacters }))
            return;

        var entries = context.ModelState.Select(entry => new Entry(entry.Key, TypedAnswer.Of(entry.Key, entry.Value), [.. (entry.Value?.Errors ?? []).Select(error => error.ErrorMessage)]));
        var request = context.HttpContext.Request;
        tempData.GetTempData(context.HttpContext)[Key] = JsonSerializer.Serialize(new Remembered(request.Path.Value ?? "", [.. entries]));
        // Without a fragment of its own: the browser keeps the form's, which is the summary of problems.
        context.Result = new StatusAndLocation(request.PathBase + request.Path);
    }

    private sealed class StatusAndLocation(string location) : IActionResult, IKeepTempDataResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.HttpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
