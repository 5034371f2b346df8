using Identity.Web.Components;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Components;

public sealed class ErrorSummaryTests
{
    private readonly Rendering _page = new();

    [Fact]
    public async Task While_nothing_is_wrong_there_is_none() => Assert.Equal("", await SummaryAsync());

    [Fact]
    public async Task It_takes_the_focus_and_lists_problems_in_the_order_of_the_page()
    {
        _page.Refuse("Last", "Second problem").Refuse("First", "First problem").Refuse("", "Problem of the page");
        await FieldAsync("First");
        await FieldAsync("Last");
        string html = await SummaryAsync();
        Assert.Contains("id=\"problem\" tabindex=\"-1\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "<li><a href=\"#First\">First problem</a></li><li><a href=\"#Last\">Second problem</a></li><li>Problem of the page</li>",
            html,
            StringComparison.Ordinal);
    }

    private Task<string> SummaryAsync() =>
        _page.WriteAsync("id-error-summary", new ErrorSummaryTagHelper(Words.Text) { ViewContext = _page.View });

    private Task<string> FieldAsync(string name) => _page.WriteAsync("id-input", new InputTagHelper(Words.Text)
    {
        For = _page.For(name),
        Label = Message.Verbatim(name),
        ViewContext = _page.View,
    });
}
