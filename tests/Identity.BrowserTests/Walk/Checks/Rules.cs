using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Identity.BrowserTests.Walk.Checks;

/// <summary>The rules that a machine can look for: WCAG 2.2 A and AA, and best practice.</summary>
internal static class Rules
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <param name="visit">The page.</param>
    /// <param name="enhanced">Whether its theme promises the contrast of level AAA (WCAG 2.2 §1.4.6).</param>
    public static Task<IEnumerable<string>> AllAsync(Visit visit, bool enhanced) => RunAsync(visit, new RunOnlyOptions { Type = "tag", Values = [.. Tags] }, enhanced);

    public static Task<IEnumerable<string>> ContrastAsync(Visit visit) => RunAsync(visit, new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] }, false);

    private static async Task<IEnumerable<string>> RunAsync(Visit visit, RunOnlyOptions rules, bool enhanced)
    {
        // One frame and nothing outside the page: what else axe would look for costs most of its time.
        var options = new AxeRunOptions { RunOnly = rules, Iframes = false, ResultTypes = [ResultType.Violations] };
        if (enhanced)
            options.Rules = new Dictionary<string, RuleOptions> { ["color-contrast-enhanced"] = new() { Enabled = true } };
        var result = await visit.Page.RunAxe(options);
        return result.Violations.SelectMany(finding => finding.Nodes.Select(node => $"axe {finding.Id}: {finding.Help}: {node.Html}"));
    }
}
