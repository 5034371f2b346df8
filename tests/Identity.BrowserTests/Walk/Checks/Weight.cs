namespace Identity.BrowserTests.Walk.Checks;

/// <summary>What a page costs somebody who pays by the megabyte, as if they had nothing of it yet.</summary>
internal static class Weight
{
    // Sizes as sent, also of what this browser had kept already. An icon is fetched by the tab, and so counted by hand.
    private const string Measure =
        """
        async () => {
          const faults = [], kept = performance.getEntriesByType("resource"), page = performance.getEntriesByType("navigation")[0];
          const icon = document.querySelector("link[rel=icon]").href;
          const iconSize = (await (await fetch(icon)).arrayBuffer()).byteLength;
          const resources = kept.filter(r => r.name !== icon && r.initiatorType !== "fetch");
          const script = resources.filter(r => r.initiatorType === "script").reduce((sum, r) => sum + r.encodedBodySize, 0);
          const all = page.encodedBodySize + iconSize + resources.reduce((sum, r) => sum + r.encodedBodySize, 0);
          if (resources.length + 2 > 4) faults.push(`weight: ${resources.length + 2} requests`);
          if (page.decodedBodySize > 14 * 1024) faults.push(`weight: ${page.decodedBodySize} bytes of HTML`);
          if (all - script > 30 * 1024) faults.push(`weight: ${all - script} bytes without script`);
          if (all > 50 * 1024) faults.push(`weight: ${all} bytes with script`);
          if (resources.some(r => r.encodedBodySize === 0)) faults.push("weight: a size is not known, so nothing is shown");
          for (const r of kept) if (new URL(r.name).origin !== location.origin) faults.push(`weight: ${r.name} is somebody else's`);
          return faults;
        }
        """;

    public static Task<IEnumerable<string>> MeasureAsync(Visit visit) => visit.FaultsAsync(Measure);
}
