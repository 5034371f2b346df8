using FsCheck.Xunit;
using Identity.Domain.SignInIds;

namespace Identity.Tests.Domain.SignInIds;

public sealed class SignInIdTests
{
    [Theory]
    [InlineData("tulip-marble-window-42")]
    [InlineData("Tulip Marble Window 42")]
    [InlineData("  TULIP-MARBLE-WINDOW-42. ")]
    [InlineData("tulip, marble, window, 42")]
    [InlineData("tulip–marble–window–42")]
    [InlineData("tulip marble window42")]
    [InlineData("tulip marble window ٤٢")]
    public void It_is_read_however_it_is_written(string typed) => Assert.Equal("tulip-marble-window-42", SignInId.Read(typed)?.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tulip-marble-42")]
    [InlineData("tulip-marble-window")]
    [InlineData("tulip-marble-window-4")]
    [InlineData("tulip-marble-window-421")]
    [InlineData("tulip-marble-window-4 2")]
    [InlineData("42-tulip-marble-window")]
    [InlineData("tulip-marble-windw-42")]
    [InlineData("tulip-marble-window-lantern-42")]
    [InlineData("tulip@marble.test")]
    public void What_can_be_none_is_none(string? typed) => Assert.Null(SignInId.Read(typed));

    [Fact]
    public void A_megabyte_is_none() => Assert.Null(SignInId.Read(new string('a', 1_000_000)));

    [Fact]
    public void The_order_of_the_words_counts() => Assert.NotEqual(SignInId.Read("tulip-marble-window-42"), SignInId.Read("marble-tulip-window-42"));

    [Property]
    public bool Whatever_is_typed_reads_to_itself_or_to_nothing(string? typed) => SignInId.Read(typed) is not { } id || SignInId.Read(id.Text) == id;

    [Fact]
    public void Each_is_by_chance_and_can_be_read_again()
    {
        var made = Enumerable.Range(0, 200).Select(_ => SignInId.Create()).ToList();

        Assert.Distinct(made);
        Assert.All(made, id => Assert.Equal(id, SignInId.Read(id.Text)));
    }

    [Fact]
    public void Chance_is_worth_thirty_bits_and_more() =>
        Assert.True((3 * Math.Log2(SignInWords.All.Count)) + Math.Log2(100) >= 37);

    [Fact]
    public void Words_are_plain_and_each_is_there_once()
    {
        Assert.Distinct(SignInWords.All);
        Assert.All(SignInWords.All, word => Assert.Matches("^[a-z]{4,9}$", word));
        Assert.Equal(SignInWords.All.Order(StringComparer.Ordinal), SignInWords.All);
    }

    [Fact]
    public void One_slip_of_the_pen_makes_no_other_word_of_the_list()
    {
        var slips = from word in SignInWords.All
                    from slip in Slips(word)
                    where slip != word && SignInWords.Has(slip)
                    select $"{word} {slip}";

        Assert.Empty(slips);
    }

    /// <summary>A letter left out, put in, changed, or two changed about.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        for (var at = 0; at <= word.Length; at++)
        {
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                yield return word.Insert(at, letter.ToString());
                if (at < word.Length)
                    yield return word.Remove(at, 1).Insert(at, letter.ToString());
            }
            if (at < word.Length)
                yield return word.Remove(at, 1);
            if (at + 1 < word.Length)
                yield return word.Remove(at, 2).Insert(at, $"{word[at + 1]}{word[at]}");
        }
    }
}
