using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Identity.BrowserTests.Walk.Checks;

/// <summary>The rules that a machine can look for: WCAG 2.2 A and AA, and best practice.</summary>
internal static class Rules
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static Task<IEnumerable<string>> AllAsync(Visit visit) => RunAsync(visit, new RunOnlyOptions { Type = "tag", Values = [.. Tags] });

    public static Task<IEnumerable<string>> ContrastAsync(Visit visit) => RunAsync(visit, new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] });

    /// <summary>WCAG 2.2 §1.4.6, which only a theme of level AAA promises.</summary>
    public static Task<IEnumerable<string>> EnhancedContrastAsync(Visit visit) =>
        RunAsync(visit, new RunOnlyOptions { Type = "rule", Values = ["color-contrast-enhanced"] });

    private static async Task<IEnumerable<string>> RunAsync(Visit visit, RunOnlyOptions rules)
    {
        // One frame and nothing outside the page: what else axe would look for costs most of its time.
        var result = await visit.Page.RunAxe(new AxeRunOptions { RunOnly = rules, Iframes = false, ResultTypes = [ResultType.Violations] });
        return result.Violations.SelectMany(finding => finding.Nodes.Select(node => $"axe {finding.Id}: {finding.Help}: {node.Html}"));
    }
}
