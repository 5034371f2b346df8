using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Identity.BrowserTests.Running;

/// <summary>
/// Deque's axe, in the page itself: the package's own way opens a second page to put the frames of the first together, and
/// there are none.
/// </summary>
internal static class Axe
{
    /// <summary>WCAG 2.2 A and AA, and best practice.</summary>
    public static readonly RunOnlyOptions Everything = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    public static readonly RunOnlyOptions Contrast = new() { Type = "rule", Values = ["color-contrast"] };

    private const string Run =
        """
        async ({ only, enhanced }) => {
          const rules = enhanced ? { "color-contrast-enhanced": { enabled: true } } : {};
          const result = await axe.run(document, { runOnly: only, iframes: false, resultTypes: ["violations"], rules });
          return result.violations.flatMap(v => v.nodes.map(n => `axe ${v.id}: ${v.help}: ${n.html}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="page">What is looked at.</param>
    /// <param name="only">By which rules.</param>
    /// <param name="enhanced">Whether the contrast of level AAA is promised (WCAG 2.2 §1.4.6).</param>
    /// <returns>A line for each finding.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page, RunOnlyOptions only, bool enhanced = false)
    {
        if (await page.EvaluateAsync<bool>("() => window.axe === undefined"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, new { only = new { type = only.Type, values = only.Values }, enhanced });
    }
}
