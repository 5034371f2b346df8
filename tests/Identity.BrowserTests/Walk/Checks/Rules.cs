using Identity.BrowserTests.Running;

namespace Identity.BrowserTests.Walk.Checks;

/// <summary>The rules that a machine can look for: WCAG 2.2 A and AA, and best practice.</summary>
internal static class Rules
{
    /// <param name="visit">The page.</param>
    /// <param name="enhanced">Whether its theme promises the contrast of level AAA (WCAG 2.2 §1.4.6).</param>
    public static async Task<IEnumerable<string>> AllAsync(Visit visit, bool enhanced) => await Axe.LookAsync(visit.Page, Axe.Everything, enhanced);

    public static async Task<IEnumerable<string>> ContrastAsync(Visit visit) => await Axe.LookAsync(visit.Page, Axe.Contrast);
}
