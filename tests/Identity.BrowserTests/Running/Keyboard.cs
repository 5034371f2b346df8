using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>Somebody who has no mouse.</summary>
internal static class Keyboard
{
    private const string Name =
        "(e => e === document.body ? '' : e.getAttribute('aria-label') || (e.labels && e.labels[0] ? e.labels[0].textContent : e.textContent) || '')(document.activeElement)";

    private const string SeenAndMarked =
        """
        (e => {
          const box = e.getBoundingClientRect(), style = getComputedStyle(e), around = getComputedStyle(e.closest('label') ?? e);
          const marked = [style, around, getComputedStyle(e.nextElementSibling ?? e, '::before')].some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none');
          return marked && box.bottom > 0 && box.top < innerHeight;
        })(document.activeElement)
        """;

    /// <summary>Presses Tab until this has the focus, which has to be seen wherever it goes (WCAG 2.2, 2.4.7 and 2.4.11).</summary>
    public static async Task TabToAsync(this Visitor visitor, string name)
    {
        for (var step = 0; step < 60; step++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var focused = (await visitor.Page.EvaluateAsync<string>(Name)).Trim();
            if (focused.Length == 0) continue;
            Assert.True(await visitor.Page.EvaluateAsync<bool>(SeenAndMarked), $"{visitor.Page.Url}: nobody sees that '{focused}' has the focus.");
            if (focused.StartsWith(name, StringComparison.Ordinal)) return;
        }
        Assert.Fail($"{visitor.Page.Url}: '{name}' cannot be reached by Tab.");
    }

    public static async Task PressAsync(this Visitor visitor, string name, string key = "Enter")
    {
        await visitor.TabToAsync(name);
        await visitor.Page.Keyboard.PressAsync(key);
    }

    public static async Task TypeAsync(this Visitor visitor, string label, string text)
    {
        await visitor.TabToAsync(label);
        await visitor.Page.Keyboard.TypeAsync(text);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }
}
