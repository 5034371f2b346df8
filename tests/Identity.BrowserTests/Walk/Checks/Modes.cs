using Microsoft.Playwright;

namespace Identity.BrowserTests.Walk.Checks;

/// <summary>Browsers that are told to look otherwise, and old ones that know no custom properties.</summary>
internal static class Modes
{
    private const string Forced =
        """
        () => [...document.querySelectorAll("main .id-button, main input:not([type=hidden])")]
          .filter(e => e.checkVisibility() && !["radio", "checkbox"].includes(e.type) && !e.classList.contains("id-button--link"))
          .filter(e => getComputedStyle(e).borderStyle === "none" || parseFloat(getComputedStyle(e).borderWidth) === 0)
          .map(e => `forced colours: ${e.outerHTML.slice(0, 80)} has no edge`)
        """;

    private const string Still =
        """
        () => [...document.querySelectorAll("*")]
          .filter(e => getComputedStyle(e).transitionDuration.split(",").some(t => parseFloat(t) > 0) || getComputedStyle(e).animationName !== "none")
          .map(e => `reduced motion: ${e.outerHTML.slice(0, 80)} moves`)
        """;

    // CSSOM has dropped the fallbacks already, so the text is read again; the theme's own rule holds nothing else.
    private const string Age =
        """
        async () => {
          const link = document.querySelector("link[rel=stylesheet]");
          const old = (await (await fetch(link.href)).text()).replaceAll(/[a-z-]+:[^;{}]*var\([^;{}]*/g, "").replace(/^:root\{[^}]*\}/, "");
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(old);
          link.disabled = true;
          document.adoptedStyleSheets = [sheet];
          return old.includes("var(--id") ? ["old CSS: a custom property is left"] : [];
        }
        """;

    private const string Renew = "() => { document.querySelector('link[rel=stylesheet]').disabled = false; document.adoptedStyleSheets = []; }";

    public static async Task<IEnumerable<string>> ForcedColoursAsync(Visit visit)
    {
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        var faults = (await visit.FaultsAsync(Forced)).ToList();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None });
        return faults;
    }

    public static async Task<IEnumerable<string>> ReducedMotionAsync(Visit visit)
    {
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var faults = (await visit.FaultsAsync(Still)).ToList();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        return faults;
    }

    public static async Task<IEnumerable<string>> OldStylesAsync(Visit visit)
    {
        var faults = (await visit.FaultsAsync(Age)).Concat(await Rules.ContrastAsync(visit)).Select(fault => $"without custom properties: {fault}").ToList();
        await visit.Page.EvaluateAsync(Renew);
        return faults;
    }
}
