using Microsoft.Playwright;

namespace Identity.BrowserTests.Running;

/// <summary>Somebody with a browser.</summary>
internal sealed class Visitor(Screen screen, IBrowserContext context, IPage page) : IAsyncDisposable
{
    public Screen Screen { get; } = screen;
    public IPage Page { get; } = page;
    public IBrowserContext Context { get; } = context;

    public Task GoAsync(Uri address, string path = "/") => Page.GotoAsync(new Uri(address, path).AbsoluteUri);

    public Task ClickButtonAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public Task ClickLinkAsync(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    public Task FillAsync(string label, string value) => Page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true }).FillAsync(value);

    /// <summary>Waits for the page whose heading this is.</summary>
    public Task SeeAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    /// <summary>Goes there again until the page whose heading this is has taken the place of another.</summary>
    public async Task SeeEventuallyAsync(string heading, Uri address, string path)
    {
        await GoAsync(address, path);
        for (var look = 0; look < 20 && await Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = heading, Exact = true }).CountAsync() == 0; look++)
        {
            await Page.WaitForTimeoutAsync(250);
            await GoAsync(address, path);
        }
        await SeeAsync(heading);
    }

    public Task ReadAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    /// <summary>Looks again until something that is under way has arrived.</summary>
    public async Task ReadEventuallyAsync(string text)
    {
        for (var look = 0; look < 20 && await Page.GetByText(text).CountAsync() == 0; look++)
        {
            await Page.WaitForTimeoutAsync(250);
            await Page.ReloadAsync();
        }
        await ReadAsync(text);
    }

    /// <summary>The summary of problems is there, focused, says this, and its link leads to the field.</summary>
    public async Task SeeProblemAsync(string problem, string field, string prefix = "Error: ")
    {
        await Assertions.Expect(Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex($"^{prefix}"));
        var summary = Page.Locator("#problem");
        await Assertions.Expect(summary).ToContainTextAsync(problem);
        await summary.GetByRole(AriaRole.Link, new() { Name = problem }).ClickAsync();
        await Assertions.Expect(Page.Locator($"#{field}")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
