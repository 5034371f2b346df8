using FsCheck.Xunit;
using Identity.Domain.Sessions.Trust;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Sessions.Trust;

public sealed class ProofsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly ProofMethod[] Methods =
    [
        ProofMethod.Password, ProofMethod.AuthenticatorApp, ProofMethod.BackupCode, ProofMethod.PasskeyPresent,
        ProofMethod.PasskeySynced, ProofMethod.PasskeyDevice, ProofMethod.PasskeyHardware,
    ];

    [Theory]
    [InlineData(false, false, false, "aal1", "pop user")]
    [InlineData(true, true, false, "phr", "pop swk user mfa")]
    [InlineData(true, true, true, "phr", "pop swk user mfa")]
    [InlineData(true, false, false, "phr", "pop user mfa")]
    [InlineData(true, false, true, "phrh", "pop hwk user mfa")]
    [Spec("RFC 8176", "2")]
    [Spec("NIST SP 800-63B-4", "B")]
    public void A_passkey_is_worth_what_is_known_of_it(bool userVerified, bool synced, bool attestedHardware, string acr, string amr)
    {
        var facts = Proofs.Of(new Proof(ProofMethod.Passkey(userVerified, synced, attestedHardware), Nine)).Facts();

        Assert.Equal((acr, amr), (Acr.Of(facts!.Trust), string.Join(' ', facts.Amr)));
    }

    [Fact]
    public void A_password_alone_is_one_factor()
    {
        var facts = Proofs.Of(new Proof(ProofMethod.Password, Nine)).Facts();

        Assert.Equal(CredentialTrust.Aal1, facts!.Trust);
        Assert.Equal(["pwd"], facts.Amr);
    }

    [Fact]
    [Spec("NIST SP 800-63B-4", "2.2.1")]
    public void A_password_and_a_code_from_an_app_are_two()
    {
        var facts = Proofs.Of(new Proof(ProofMethod.Password, Nine), new Proof(ProofMethod.AuthenticatorApp, Nine.AddMinutes(30))).Facts();

        Assert.Equal(CredentialTrust.Aal2, facts!.Trust);
        Assert.Equal(["pwd", "otp", "mfa"], facts.Amr);
        Assert.Equal(Nine, facts.At); // Of two, the older tells how fresh they are together.
    }

    [Fact]
    public void Two_things_one_has_are_still_one_factor() =>
        Assert.Equal(CredentialTrust.Aal1, Proofs.Of(new Proof(ProofMethod.AuthenticatorApp, Nine), new Proof(ProofMethod.BackupCode, Nine)).Facts()!.Trust);

    [Fact]
    public void What_is_too_old_does_not_count_and_does_not_colour_the_rest()
    {
        var proofs = Proofs.Of(new Proof(ProofMethod.PasskeySynced, Nine), new Proof(ProofMethod.Password, Nine.AddHours(1)));

        Assert.Equal(CredentialTrust.PhishingResistant, proofs.Facts()!.Trust);
        var recent = proofs.Facts(Nine.AddMinutes(50));
        Assert.Equal((CredentialTrust.Aal1, Nine.AddHours(1)), (recent!.Trust, recent.At));
        Assert.Equal(["pwd"], recent.Amr);
        Assert.Null(proofs.Facts(Nine.AddHours(2)));
    }

    [Fact]
    public void Nothing_proved_is_nothing() => Assert.Null(Proofs.None.Facts());

    [Theory]
    [InlineData("")]
    [InlineData("retina=1772442000000")]
    [InlineData("password")]
    [InlineData("password=1=2")]
    public void What_is_not_understood_opens_nothing(string stored) => Assert.Null(Proofs.Read(stored).Facts());

    [Property]
    public bool They_are_read_as_they_were_stored(byte[] made) => Proofs.Read(Some(made).ToString()).ToString() == Some(made).ToString();

    [Property]
    public bool One_more_proof_never_makes_less(byte[] made, byte[] more) =>
        (Some(made).With(Some(more)).Facts()?.Trust ?? 0) >= (Some(made).Facts()?.Trust ?? 0);

    [Property]
    public bool Nothing_told_is_fresher_than_it_was_or_older_than_asked_for(byte[] made, byte minutes) =>
        Some(made).Facts(Nine.AddMinutes(minutes)) is not { } facts || (facts.At >= Nine.AddMinutes(minutes) && facts.At <= Some(made).Last);

    [Fact]
    public void All_of_them_fit_their_column() =>
        Assert.InRange(Proofs.Of(Methods.Select(method => new Proof(method, Nine))).ToString().Length, 1, 256);

    // Any proofs: each number is a method and a time.
    private static Proofs Some(byte[]? made) => Proofs.Of((made ?? []).Select(number => new Proof(Methods[number % Methods.Length], Nine.AddMinutes(number))));
}
