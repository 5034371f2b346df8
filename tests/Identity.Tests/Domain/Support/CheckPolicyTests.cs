using Identity.Domain.Support.Verification;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

public sealed class CheckPolicyTests
{
    private static readonly DateTimeOffset Now = TestClock.Start().GetUtcNow();

    private static readonly DateTimeOffset Long = Now - CheckPolicy.Held;

    private static readonly DateTimeOffset Lately = Long + TimeSpan.FromSeconds(1);

    [Fact]
    public void Whoever_can_sign_in_shows_it_on_their_own_screen()
    {
        Assert.Equal([CheckKind.OwnScreen], CheckPolicy.Choose(new() { HasPasskey = true, EmailSince = Long, PhoneSince = Long }, Now));
        Assert.Equal([CheckKind.OwnScreen], CheckPolicy.Choose(new() { HasPasswordAndApp = true }, Now));
    }

    [Fact]
    public void Whoever_cannot_shows_two_contacts_that_were_long_theirs() =>
        Assert.Equal([CheckKind.EmailCode, CheckKind.PhoneCode], CheckPolicy.Choose(new() { HasPasskey = true, CannotSignIn = true, EmailSince = Long, PhoneSince = Long }, Now));

    [Fact]
    public void One_contact_is_never_enough()
    {
        Assert.Empty(CheckPolicy.Choose(new() { EmailSince = Long }, Now));
        Assert.Empty(CheckPolicy.Choose(new() { PhoneSince = Long }, Now));
    }

    [Fact]
    public void A_contact_of_less_than_a_month_counts_for_nothing()
    {
        Assert.Empty(CheckPolicy.Choose(new() { EmailSince = Lately, PhoneSince = Long }, Now));
        Assert.Empty(CheckPolicy.Choose(new() { EmailSince = Long, PhoneSince = Lately }, Now));
    }

    [Fact]
    public void Of_an_account_that_has_nothing_no_check_from_afar_is_enough() => Assert.Empty(CheckPolicy.Choose(new(), Now));

    public static TheoryData<bool, bool, bool, bool, bool> Holdings
    {
        get
        {
            bool[] either = [false, true];
            return new(from screen in either from lost in either from email in either from phone in either from letter in either select (screen, lost, email, phone, letter));
        }
    }

    [Theory]
    [MemberData(nameof(Holdings))]
    public void The_system_asks_for_their_own_screen_or_two_contacts_and_a_letter_only_where_another_is_missing(bool screen, bool lost, bool email, bool phone, bool letter)
    {
        var chosen = CheckPolicy.Choose(new()
        {
            HasPasskey = screen, CannotSignIn = lost, EmailSince = email ? Long : Lately, PhoneSince = phone ? Long : null, LetterSince = letter ? Long : Lately,
        }, Now);

        if (screen && !lost)
            Assert.Equal([CheckKind.OwnScreen], chosen);
        else
            Assert.True(chosen.Count is 0 or 2);
        Assert.Equal(letter && email != phone && !(screen && !lost), chosen.Contains(CheckKind.LetterCode));
        Assert.DoesNotContain(chosen, kind => kind switch { CheckKind.EmailCode => !email, CheckKind.PhoneCode => !phone, CheckKind.LetterCode => !letter, _ => false });
    }
}
