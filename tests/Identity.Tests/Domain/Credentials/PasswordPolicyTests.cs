using System.Diagnostics;
using Identity.Domain.Credentials;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

[Spec("NIST SP 800-63B", "3.1.1.2")]
public sealed class PasswordPolicyTests
{
    private static readonly string?[] Alice = ["alice.moss@example.test", "Alice", "Moss-Whitfield", null];
    private readonly PasswordPolicy _policy = new(CheapPasswords.Options());

    [Theory]
    [InlineData("violet-kettle-harbour")]
    [InlineData("three words chosen badly")]
    [InlineData("gellyg cwningen bwrdd")]
    [InlineData("чайник облако семнадцать")]
    [InlineData("海辺の自転車と青い傘と古い時計台")]
    [InlineData("xK9$mQ2pLw!vR4#t")]
    [InlineData("🦊🍋🚲🎻🌧🗝🐙🍄🏔🎈🧭🪁🐢🍇⚓")]
    public void Accepts_what_nobody_would_guess_whatever_it_is_made_of(string password)
    {
        Assert.IsType<PasswordVerdict.Accepted>(Judge(password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Tells_an_empty_password_from_a_short_one(string? password)
    {
        Assert.IsType<PasswordVerdict.Empty>(Judge(password));
    }

    [Fact]
    public void Asks_15_characters_alone_and_10_beside_a_second_factor()
    {
        Assert.Equal(new PasswordVerdict.TooShort(15), Judge("xK9$mQ2pLw!vR4"));
        Assert.IsType<PasswordVerdict.Accepted>(Judge("xK9$mQ2pLw!vR4", PasswordUse.BesideSecondFactor));
        Assert.Equal(new PasswordVerdict.TooShort(10), Judge("xK9$mQ2pL", PasswordUse.BesideSecondFactor));
    }

    [Fact]
    public void Counts_a_character_outside_the_basic_plane_once()
    {
        Assert.Equal(new PasswordVerdict.TooShort(15), Judge(string.Concat(Enumerable.Repeat("🦊", 14))));
    }

    [Fact]
    public void Accepts_1024_characters_and_refuses_one_more_in_words()
    {
        var longest = string.Concat(Enumerable.Range(0, 1024).Select(i => (char)('!' + (i * i * 31 + i * 7) % 94)));

        Assert.IsType<PasswordVerdict.Accepted>(Judge(longest));
        Assert.Equal(new PasswordVerdict.TooLong(1024), Judge(longest + "x"));
        Assert.Equal(new PasswordVerdict.TooLong(1024), Judge(new string('a', 1_000_000)));
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("Correct-Horse-Battery-Staple")]
    [InlineData("manchesterunited1")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1q2w3e4r5t6y7u8i9o0p")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("               ")]
    [InlineData("summer2024summer2024")]
    [InlineData("london london london")]
    [InlineData("P@ssw0rd P@ssw0rd")]
    [InlineData("iloveyouverymuch")]
    [InlineData("1234567890123456")]
    [InlineData("youllneverwalkalone")]
    [InlineData("пароль пароль пароль")]
    public void Refuses_what_anybody_would_try_first(string password)
    {
        Assert.IsType<PasswordVerdict.EasyToGuess>(Judge(password));
    }

    [Theory]
    [InlineData("alice.moss@example.test")]
    [InlineData("alicemossexample")]
    [InlineData("AliceMossWhitfield")]
    [InlineData("moss-whitfield-alice")]
    [InlineData("identityidentity1")]
    [InlineData("1d3nt1ty al1ce moss")]
    public void Refuses_the_words_others_know_of_this_citizen_and_this_service(string password)
    {
        Assert.IsType<PasswordVerdict.EasyToGuess>(Judge(password));
    }

    [Fact]
    public void A_strong_password_may_hold_a_name()
    {
        Assert.IsType<PasswordVerdict.Accepted>(Judge("alice-violet-kettle-harbour"));
    }

    [Theory]
    [InlineData("violet-kettle\0-harbour")]
    [InlineData("violet-kettle\n-harbour")]
    public void Refuses_what_is_no_text(string password)
    {
        Assert.IsType<PasswordVerdict.Unreadable>(Judge(password));
    }

    [Fact]
    public void Refuses_half_a_character()
    {
        Assert.IsType<PasswordVerdict.Unreadable>(Judge("violet-kettle" + (char)0xD83E + "-harbour"));
    }

    [Fact]
    public void Judges_many_at_once_and_long_ones_in_bounded_time()
    {
        var began = Stopwatch.GetTimestamp();
        Parallel.For(0, 16, i => Assert.NotNull(Judge(string.Concat(Enumerable.Range(0, 1000).Select(at => "4@8({[<369$!|"[(at * at / 3 + i) % 13])))));

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private PasswordVerdict Judge(string? password, PasswordUse use = PasswordUse.Alone) => _policy.Judge(password, use, Alice);
}
