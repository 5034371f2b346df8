using System.Text.Json.Nodes;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials.Passkeys;

[Spec("WebAuthn 3", "7.1")]
public abstract class EnrolmentTests(StorageProvider provider) : PasskeyTest(provider)
{
    [Fact]
    public async Task A_passkey_is_listed_its_owner_is_told_and_the_audit_says_so()
    {
        var (session, passkey) = await WithPasskeyAsync();

        Assert.Equal([passkey], await Store.ListAsync(session.AccountId, Cancellation));
        Assert.Equal(PasskeyMessages.Added, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);

        // Created, signed in, added.
        var report = await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);
        Assert.Equal((3, 0), (report.Links, report.Faults.Count));
    }

    [Fact]
    public async Task Self_attestation_is_taken()
    {
        Authenticator.Attestation = AttestationMaker.PackedSelf;

        Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(await CitizenAsync()));
    }

    [Fact]
    public async Task The_same_credential_is_not_registered_twice_not_even_by_somebody_else()
    {
        await WithPasskeyAsync();
        var bob = await CitizenAsync("bob@example.test");

        Assert.Equal(new EnrolmentOutcome.Already(), await EnrolAsync(bob, answer => answer.CredentialId = Authenticator.CredentialIds[0]));
    }

    [Fact]
    public async Task What_the_account_has_is_excluded()
    {
        var (session, passkey) = await WithPasskeyAsync();

        var options = JsonNode.Parse((await Enrolment.BeginAsync(session.AccountId, Here, PasskeyEnrolmentKind.Asked, Cancellation)).OptionsJson)!;

        Assert.Equal([passkey.CredentialId], options["excludeCredentials"]!.AsArray().Select(entry => (string?)entry!["id"]));
    }

    [Fact]
    public async Task Of_more_than_an_account_may_have_sent_at_once_the_limit_is_stored()
    {
        var session = await CitizenAsync();
        var answers = new List<string>();
        for (var i = 0; i < 25; i++)
            answers.Add(Authenticator.Create((await Enrolment.BeginAsync(session.AccountId, Here, PasskeyEnrolmentKind.Asked, Cancellation)).OptionsJson));

        var outcomes = await Task.WhenAll(answers.Select(answer => Enrolment.FinishAsync(session.AccountId, Here, answer, session.Id, Cancellation)));

        Assert.Equal(20, outcomes.Count(outcome => outcome is EnrolmentOutcome.Added));
        Assert.Equal(5, outcomes.Count(outcome => outcome == new EnrolmentOutcome.TooMany(20)));
        Assert.Equal(20, (await Store.ListAsync(session.AccountId, Cancellation)).Count);
    }

    [Fact]
    public async Task A_session_that_ended_meanwhile_adds_nothing()
    {
        var session = await CitizenAsync();
        var request = await Enrolment.BeginAsync(session.AccountId, Here, PasskeyEnrolmentKind.Asked, Cancellation);
        await Domain.Get<SessionStore>().EndAsync(session, Cancellation);

        var outcome = await Enrolment.FinishAsync(session.AccountId, Here, Authenticator.Create(request.OptionsJson), session.Id, Cancellation);

        Assert.Equal(new EnrolmentOutcome.SignedOut(), outcome);
        Assert.Empty(await Store.ListAsync(session.AccountId, Cancellation));
    }

    [Fact]
    public async Task A_session_of_somebody_else_adds_nothing()
    {
        var alice = await CitizenAsync();
        var bob = await CitizenAsync("bob@example.test");
        var request = await Enrolment.BeginAsync(alice.AccountId, Here, PasskeyEnrolmentKind.Asked, Cancellation);

        Assert.Equal(new EnrolmentOutcome.SignedOut(),
            await Enrolment.FinishAsync(alice.AccountId, Here, Authenticator.Create(request.OptionsJson), bob.Id, Cancellation));
    }

    [Fact]
    public async Task Nobody_is_there_when_the_browser_makes_one_in_silence_but_whoever_asks_must_be()
    {
        var session = await CitizenAsync();
        static void Silent(AuthenticatorAnswer answer) => (answer.UserPresent, answer.UserVerified) = (false, false);

        Assert.Equal(new EnrolmentOutcome.Refused(WebAuthnError.UserNotPresent), await EnrolAsync(session, Silent));
        Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(session, Silent, PasskeyEnrolmentKind.Conditional));
    }

    [Fact]
    public async Task An_account_begins_with_a_passkey_that_signs_it_in()
    {
        var request = await Enrolment.BeginForNewAsync(NewAccounts.Email(), Here, Cancellation);

        var created = Assert.IsType<CreateWithPasskeyOutcome.Created>(
            await Enrolment.CreateAccountAsync(new(NewAccounts.Email()), Here, Authenticator.Create(request.OptionsJson), Cancellation));

        Assert.Equal(created.AccountId, Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync()).AccountId);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_neither_another_nor_the_passkey()
    {
        var request = await Enrolment.BeginForNewAsync(NewAccounts.Email(), Here, Cancellation);
        await CitizenAsync();

        Assert.Equal(new CreateWithPasskeyOutcome.EmailTaken(),
            await Enrolment.CreateAccountAsync(new(NewAccounts.Email()), Here, Authenticator.Create(request.OptionsJson), Cancellation));
        Assert.IsType<PasskeyOutcome.Unknown>(await SignInAsync());
    }

    [Fact]
    public async Task A_credential_of_somebody_else_makes_no_account()
    {
        await WithPasskeyAsync("bob@example.test");
        var request = await Enrolment.BeginForNewAsync(NewAccounts.Email(), Here, Cancellation);
        var stolen = Authenticator.Create(request.OptionsJson, answer => answer.CredentialId = Authenticator.CredentialIds[0]);

        Assert.Equal(new CreateWithPasskeyOutcome.Refused(WebAuthnError.CredentialMismatch),
            await Enrolment.CreateAccountAsync(new(NewAccounts.Email()), Here, stolen, Cancellation));
        Assert.Null(await Domain.Get<AccountStore>().FindByEmailAsync(NewAccounts.Email(), Cancellation));
    }
}

public sealed class SqliteEnrolmentTests() : EnrolmentTests(StorageProvider.Sqlite);

public sealed class PostgresEnrolmentTests() : EnrolmentTests(StorageProvider.Postgres);
