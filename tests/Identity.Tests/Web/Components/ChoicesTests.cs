using Identity.Web.Components;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Components;

public sealed class ChoicesTests
{
    private readonly Rendering _page = new();

    [Fact]
    public async Task Radios_are_held_by_a_fieldset_and_keep_the_one_chosen()
    {
        _page.Refuse("Way", "Select a way", "text");
        string html = await WriteAsync("id-radios", "Way", null);
        Assert.Contains("<fieldset aria-describedby=\"Way-hint Way-error\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Way\" name=\"Way\" type=\"radio\" value=\"call\"", html, StringComparison.Ordinal);
        Assert.Contains("checked=\"\" class=\"govuk-radios__input\" id=\"Way-2\" name=\"Way\" type=\"radio\" value=\"text\"", html, StringComparison.Ordinal);
        Assert.Single(Checked(html));
    }

    [Fact]
    public async Task Checkboxes_keep_every_one_chosen()
    {
        string html = await WriteAsync("id-checkboxes", "Claims", new List<string> { "call", "text" });
        Assert.Contains("type=\"checkbox\"", html, StringComparison.Ordinal);
        Assert.Equal(2, Checked(html).Count());
    }

    [Fact]
    public async Task The_hint_of_the_question_and_of_the_first_answer_are_two()
    {
        string html = await WriteAsync("id-radios", "Way", null);
        Assert.Contains("id=\"Way-hint\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Way-item-hint\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_tick_is_a_yes(bool model, int ticks)
    {
        string html = await TickAsync(model);
        Assert.Contains("value=\"true\"", html, StringComparison.Ordinal);
        Assert.Equal(ticks, Checked(html).Count());
        Assert.DoesNotContain("aria-invalid", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_that_is_missing_is_marked_as_wrong()
    {
        _page.Refuse("Trust", "Tick the box", "");
        Assert.Contains("aria-invalid=\"true\"", await TickAsync(false), StringComparison.Ordinal);
    }

    private Task<string> TickAsync(bool model) => _page.WriteAsync("id-tick", new TickTagHelper(Words.Text)
    {
        For = _page.For("Trust", model),
        Label = Message.Verbatim("Trust this device"),
        ViewContext = _page.View,
    });

    private Task<string> WriteAsync(string tag, string name, object? model) => _page.WriteAsync(
        tag,
        new ChoicesTagHelper(Words.Text)
        {
            For = _page.For(name, model),
            Label = Message.Verbatim("Which way?"),
            Hint = Message.Verbatim("Choose"),
            ViewContext = _page.View,
        },
        new ChoiceTagHelper { Value = "call", Label = Message.Verbatim("A call"), Hint = Message.Verbatim("To a landline") },
        new ChoiceTagHelper { Value = "text", Label = Message.Verbatim("A text") });

    private static IEnumerable<string> Checked(string html) => html.Split("checked=\"\"").Skip(1);
}
