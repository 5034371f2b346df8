namespace Identity.BrowserTests.Walk.Checks;

/// <summary>WCAG 2.2 §2.1.1, §2.4.3, §2.4.7 and §2.4.11: Tab reaches everything, in the order of the page, always in sight.</summary>
internal static class TabKey
{
    // One of a group of radio buttons is enough: arrows lead to the others.
    private const string Reachable =
        """
        () => {
          // Where Tab begins: a fragment in the address, or what was looked at before, would have moved it.
          const start = document.createElement("span");
          start.tabIndex = -1;
          document.body.prepend(start);
          start.focus();
          start.remove();
          scrollTo(0, 0);
          const seen = new Set();
          window.reachable = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
            .filter(e => e.checkVisibility() && !e.disabled && (e.type !== "radio" || !seen.has(e.name) && seen.add(e.name)));
          window.next = 0;
          return window.reachable.length;
        }
        """;

    private const string Step =
        """
        () => {
          const e = document.activeElement, expected = window.reachable[window.next++];
          const name = x => (x?.outerHTML ?? "nothing").slice(0, 80);
          if (e !== expected && !(e.type === "radio" && e.name === expected?.name)) return [`keyboard: Tab reached ${name(e)} where ${name(expected)} comes`];
          const drawn = [e, e.closest("label") ?? e, e.parentElement].map(x => getComputedStyle(x)).concat(getComputedStyle(e.nextElementSibling ?? e, "::before"));
          const marked = drawn.some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none");
          const box = e.getBoundingClientRect(), faults = [];
          if (!marked) faults.push(`keyboard: nobody sees that ${name(e)} has the focus`);
          if (box.bottom <= 0 || box.top >= innerHeight) faults.push(`keyboard: ${name(e)} is out of sight`);
          const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
          if (top && !e.contains(top) && !top.contains(e) && !e.parentElement.contains(top)) faults.push(`keyboard: ${name(top)} covers ${name(e)}`);
          return faults;
        }
        """;

    public static async Task<IEnumerable<string>> WalkAsync(Visit visit)
    {
        var count = await visit.Page.EvaluateAsync<int>(Reachable);
        List<string> faults = [];
        for (var step = 0; step < count && faults.Count == 0; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            faults.AddRange(await visit.FaultsAsync(Step));
        }

        // What has the focus is drawn otherwise, and the next look is at the page.
        await visit.Page.EvaluateAsync("() => document.activeElement?.blur()");
        return faults;
    }
}
