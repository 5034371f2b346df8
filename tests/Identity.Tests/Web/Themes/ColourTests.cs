using Identity.Web.Themes;

namespace Identity.Tests.Web.Themes;

public sealed class ColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0b0c0c", "#0b0c0c", 1)]
    public void Contrast_is_that_of_WCAG(string front, string back, double expected) =>
        Assert.Equal(expected, Parse(front).Contrast(Parse(back)), 0.01);

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("rgb(0,0,0)")]
    [InlineData("#1234567")]
    public void A_colour_is_written_in_one_way(string text) => Assert.False(Colour.TryParse(text, out _));

    private static Colour Parse(string text) =>
        Colour.TryParse(text, out var colour) ? colour : throw new FormatException(text);
}
