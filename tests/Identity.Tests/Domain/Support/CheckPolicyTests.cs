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

    [Fact]
    public void Whoever_has_lost_every_contact_is_not_locked_out_but_shows_a_document_at_a_desk()
    {
        Assert.Equal([CheckKind.Branch], CheckPolicy.Choose(new() { DetailsSince = Long }, Now));
        Assert.Equal([CheckKind.Branch], CheckPolicy.Choose(new() { DetailsSince = Long, EmailSince = Long, PhoneSince = Lately }, Now));
    }

    [Fact]
    public void Details_of_less_than_a_month_may_be_those_of_whoever_took_the_account_over() => Assert.Empty(CheckPolicy.Choose(new() { DetailsSince = Lately }, Now));

    public static TheoryData<bool, bool, bool, bool, bool, bool> Holdings
    {
        get
        {
            bool[] either = [false, true];
            return new(from screen in either
                       from lost in either
                       from email in either
                       from phone in either
                       from letter in either
                       from details in either
                       select (screen, lost, email, phone, letter, details));
        }
    }

    [Theory]
    [MemberData(nameof(Holdings))]
    public void The_system_asks_for_their_own_screen_or_two_contacts_and_for_a_visit_only_where_nothing_else_is_enough(
        bool screen, bool lost, bool email, bool phone, bool letter, bool details)
    {
        var chosen = CheckPolicy.Choose(new()
        {
            HasPasskey = screen,
            CannotSignIn = lost,
            EmailSince = email ? Long : Lately,
            PhoneSince = phone ? Long : null,
            LetterSince = letter ? Long : Lately,
            DetailsSince = details ? Long : null,
        }, Now);
        var signsIn = screen && !lost;
        var contacts = new[] { email, phone, letter }.Count(held => held);

        if (signsIn)
            Assert.Equal([CheckKind.OwnScreen], chosen);
        else if (contacts >= 2)
            Assert.Equal(2, chosen.Count);
        else
            Assert.Equal(details ? [CheckKind.Branch] : [], chosen);
        Assert.Equal(letter && email != phone && !signsIn, chosen.Contains(CheckKind.LetterCode));
        Assert.DoesNotContain(chosen, kind => kind switch { CheckKind.EmailCode => !email, CheckKind.PhoneCode => !phone, CheckKind.LetterCode => !letter, _ => false });
    }
}
