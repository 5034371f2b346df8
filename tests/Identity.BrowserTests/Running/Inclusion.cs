using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>What every page has to pass, whoever looks at it.</summary>
internal static class Inclusion
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>No finding of axe, and nothing to the right of the screen.</summary>
    public static async Task CheckAsync(this Visitor visitor)
    {
        Assert.True(
            await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            $"{visitor.Page.Url} is wider than the screen.");
        // axe waits for promises, which a page without script never keeps; the same page is checked with script on.
        if (!visitor.Screen.Script) return;
        var result = await visitor.Page.RunAxe(Rules);
        Assert.True(result.Violations.Length == 0, $"{visitor.Page.Url}\n{string.Join('\n', result.Violations.Select(Describe))}");
    }

    private static string Describe(AxeResultItem finding) =>
        $"{finding.Id}: {finding.Help}\n  {string.Join("\n  ", finding.Nodes.Select(node => node.Html))}";
}
