using Microsoft.Playwright;

namespace Identity.BrowserTests.Walk.Checks;

/// <summary>What is wrong with an answer is found at once, by eye, by ear and by keyboard.</summary>
internal static class Problems
{
    private const string Look =
        """
        fields => {
          const faults = [], summary = document.getElementById("problem");
          if (fields.length === 0) return summary ? ["problems: there is a summary, and nothing is wrong"] : [];
          if (!summary) return ["problems: there is no summary"];
          if (document.activeElement !== summary) faults.push(`problems: '${document.activeElement.outerHTML.slice(0, 80)}' has the focus, not the summary`);
          const prefixed = document.title.split(":")[0];
          if (!["Error", "Gwall"].includes(prefixed)) faults.push(`problems: the title is '${document.title}'`);
          const links = [...summary.querySelectorAll("a")].map(a => a.hash.slice(1));
          if (links.join() !== fields.join()) faults.push(`problems: the summary leads to ${links}, not ${fields}`);
          for (const id of fields) {
            const field = document.getElementById(id);
            const described = [field, field.parentElement.closest("[aria-describedby]")].flatMap(e => (e?.getAttribute("aria-describedby") ?? "").split(" "));
            if ((field.closest("[role=radiogroup]") ?? field).getAttribute("aria-invalid") !== "true") faults.push(`problems: '${id}' is not marked as wrong`);
            if (!described.some(d => document.getElementById(d)?.classList.contains("govuk-error-message"))) faults.push(`problems: '${id}' is not described by its message`);
          }
          return faults;
        }
        """;

    public static async Task<IEnumerable<string>> LookAsync(Visit visit)
    {
        var faults = (await visit.FaultsAsync(Look, visit.State.Problems)).ToList();
        foreach (var field in faults.Count == 0 ? visit.State.Problems : [])
        {
            await visit.Page.Locator($"#problem a[href='#{field}']").ClickAsync();
            if (!await visit.Page.Locator($"#{field}").EvaluateAsync<bool>("field => document.activeElement === field"))
                faults.Add($"problems: the summary's link does not lead into '{field}'");
        }

        return faults;
    }
}
