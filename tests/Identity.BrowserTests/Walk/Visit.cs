using Identity.BrowserTests.Running;
using Microsoft.Playwright;

namespace Identity.BrowserTests.Walk;

/// <summary>A page as it stands before somebody, to be looked at.</summary>
internal sealed record Visit(IPage Page, PageState State, string Locale, string Theme)
{
    /// <summary>Runs a script that returns what is wrong, each in a line.</summary>
    public async Task<IEnumerable<string>> FaultsAsync(string script, object? argument = null) =>
        await Page.EvaluateAsync<string[]>(script, argument);

    /// <summary>The same page on a screen of another width, for as long as it is looked at.</summary>
    public async Task<IReadOnlyList<string>> AtAsync(int width, Func<Task<IEnumerable<string>>> look)
    {
        await Page.SetViewportSizeAsync(width, 900);
        var faults = await look();
        await Page.SetViewportSizeAsync(Screen.Wide.Width, 900);
        return [.. faults];
    }
}
