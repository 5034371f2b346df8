using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>What every page has to pass, whoever looks at it.</summary>
internal static class Inclusion
{
    /// <summary>No finding of axe, and nothing to the right of the screen.</summary>
    public static async Task CheckAsync(this Visitor visitor)
    {
        // A heading may be there before the stylesheet is.
        await visitor.Page.WaitForLoadStateAsync(LoadState.Load);
        Assert.True(
            await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            $"{visitor.Page.Url} is wider than the screen.");
        // axe waits for promises, which a page without script never keeps; the same page is checked with script on.
        if (!visitor.Screen.Script) return;
        var findings = await Axe.LookAsync(visitor.Page, Axe.Everything);
        Assert.True(findings.Count == 0, $"{visitor.Page.Url}\n{string.Join('\n', findings)}");
    }
}
