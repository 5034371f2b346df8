namespace Identity.BrowserTests.Walk.Checks;

/// <summary>Narrow screens, large text and wide spacing: everything stays in sight, and nothing is cut off.</summary>
internal static class Room
{
    private const int Narrow = 320;

    // What is wider than the screen, and what hides a part of its own words. What only a screen reader reads is meant to be cut;
    // a field of typed text scrolls.
    private const string Cut =
        """
        ([what, style]) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets = [sheet];
          const faults = [];
          if (document.documentElement.scrollWidth > innerWidth) faults.push(`${what}: the page is ${document.documentElement.scrollWidth} wide on a screen of ${innerWidth}`);
          for (const e of document.querySelectorAll("body *")) {
            const css = getComputedStyle(e);
            if (css.overflow === "visible" || css.display === "none" || e.closest("svg") || e.closest(".govuk-visually-hidden, .govuk-skip-link")) continue;
            if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 || e.scrollHeight > e.clientHeight + 1 && e.clientHeight > 0 && !["INPUT", "TEXTAREA"].includes(e.tagName))
              faults.push(`${what}: ${e.outerHTML.slice(0, 120)} is cut off`);
          }
          document.adoptedStyleSheets = [];
          return faults;
        }
        """;

    /// <summary>WCAG 2.2 §1.4.10: 320 CSS pixels.</summary>
    public static Task<IReadOnlyList<string>> ReflowAsync(Visit visit) => visit.AtAsync(Narrow, () => LookAsync(visit, "reflow", ""));

    /// <summary>WCAG 2.2 §1.4.4: text twice as large.</summary>
    public static Task<IEnumerable<string>> LargeTextAsync(Visit visit) => LookAsync(visit, "text of 200%", "html { font-size: 200% !important }");

    /// <summary>WCAG 2.2 §1.4.12: lines 1.5, paragraphs 2, letters 0.12 and words 0.16 times the size of the text.</summary>
    public static Task<IReadOnlyList<string>> SpacingAsync(Visit visit) => visit.AtAsync(Narrow, () => LookAsync(visit, "spacing",
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"));

    private static Task<IEnumerable<string>> LookAsync(Visit visit, string what, string style) => visit.FaultsAsync(Cut, new[] { what, style });
}
