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

    public Task FillAsync(string label, string value) => Page.GetByLabel(label).FillAsync(value);

    /// <summary>Waits for the page whose heading this is.</summary>
    public Task SeeAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    public Task ReadAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
