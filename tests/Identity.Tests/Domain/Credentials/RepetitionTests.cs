using Identity.Domain.Credentials;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

public sealed class RepetitionTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("aaaa", "a")]
    [InlineData("abab", "ab")]
    [InlineData("ababa", "ab")]
    [InlineData("abcab", "abcab")]
    [InlineData("summer2024summer2024", "summer2024")]
    public void Finds_what_a_text_repeats(string text, string unit)
    {
        Assert.Equal(unit, Repetition.Unit(text));
    }
}
