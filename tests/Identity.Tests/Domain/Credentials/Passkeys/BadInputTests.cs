using System.Text.Json.Nodes;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials.Passkeys;

public abstract class BadInputTests(StorageProvider provider) : PasskeyTest(provider)
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("{}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    public async Task Rubbish_is_refused_and_leaves_the_question_open(string? rubbish)
    {
        var (session, _) = await WithPasskeyAsync();
        var question = await SignIn.BeginAsync(Here, Cancellation);

        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.Malformed), await SignIn.TryAsync(Here, rubbish, Cancellation));
        Assert.Equal(new EnrolmentOutcome.Refused(WebAuthnError.Malformed), await Enrolment.FinishAsync(session.AccountId, Here, rubbish, session.Id, Cancellation));
        Assert.Equal(new CreateWithPasskeyOutcome.Refused(WebAuthnError.Malformed),
            await Enrolment.CreateAccountAsync(new(NewAccounts.Email("new@example.test")), Here, rubbish, Cancellation));
        Assert.IsType<PasskeyOutcome.SignedIn>(await SignIn.TryAsync(Here, Authenticator.Get(question.OptionsJson), Cancellation));
    }

    [Theory]
    [InlineData("type", "webauthn.create", nameof(WebAuthnError.WrongType))]
    [InlineData("origin", "https://evil.example", nameof(WebAuthnError.WrongOrigin))]
    [InlineData("topOrigin", "https://evil.example", nameof(WebAuthnError.CrossOrigin))]
    public async Task An_answer_with_one_thing_wrong_is_refused_and_uses_up_its_question(string name, string value, string error)
    {
        await WithPasskeyAsync();
        var question = await SignIn.BeginAsync(Here, Cancellation);

        Assert.Equal(new PasskeyOutcome.Refused(Enum.Parse<WebAuthnError>(error)),
            await SignIn.TryAsync(Here, Authenticator.Get(question.OptionsJson, answer => answer.ClientData[name] = value), Cancellation));
        Assert.Equal(new PasskeyOutcome.Expired(), await SignIn.TryAsync(Here, Authenticator.Get(question.OptionsJson), Cancellation));
    }

    [Fact]
    public async Task A_challenge_nobody_gave_out_is_over()
    {
        await WithPasskeyAsync();

        Assert.Equal(new PasskeyOutcome.Expired(), await SignInAsync(answer => answer.ClientData["challenge"] = "AAAA"));
    }

    [Fact]
    public async Task Of_each_kind_one_thing_wrong_is_one_refusal()
    {
        var (session, _) = await WithPasskeyAsync();

        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.WrongRelyingParty), await SignInAsync(answer => answer.RelyingPartyId = "evil.example"));
        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.UserNotVerified), await SignInAsync(answer => answer.UserVerified = false));
        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.WrongUser), await SignInAsync(answer => answer.UserHandle = new byte[32]));
        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.BackupEligibilityChanged), await SignInAsync(answer => (answer.BackupEligible, answer.BackedUp) = (false, false)));
        Assert.Equal(new PasskeyOutcome.Refused(WebAuthnError.InvalidSignature), await SignInAsync(answer => answer.Signed = signature => [.. signature.Reverse()]));
        Assert.Null(Assert.Single(await Store.ListAsync(session.AccountId, Cancellation)).LastUsedAt);
    }

    [Fact]
    public async Task The_answer_to_a_question_of_one_kind_answers_none_of_another()
    {
        var session = await CitizenAsync();
        var making = await Enrolment.BeginAsync(session.AccountId, Here, PasskeyEnrolmentKind.Asked, Cancellation);
        var beginning = await Enrolment.BeginForNewAsync(NewAccounts.Email("new@example.test"), Here, Cancellation);

        Assert.Equal(new CreateWithPasskeyOutcome.Expired(),
            await Enrolment.CreateAccountAsync(new(NewAccounts.Email("new@example.test")), Here, Authenticator.Create(making.OptionsJson), Cancellation));
        Assert.Equal(new EnrolmentOutcome.Expired(),
            await Enrolment.FinishAsync(session.AccountId, Here, Authenticator.Create(beginning.OptionsJson), session.Id, Cancellation));
    }

    [Fact]
    public async Task A_new_passkey_is_stored_once_by_its_browser_for_its_account_and_in_time()
    {
        var (alice, bob) = (await CitizenAsync(), await CitizenAsync("bob@example.test"));
        async Task<string> AnswerAsync() => Authenticator.Create((await Enrolment.BeginAsync(alice.AccountId, Here, PasskeyEnrolmentKind.Asked, Cancellation)).OptionsJson);
        var (foreign, strange, late, good) = (await AnswerAsync(), await AnswerAsync(), await AnswerAsync(), await AnswerAsync());

        Assert.Equal(new EnrolmentOutcome.Expired(), await Enrolment.FinishAsync(alice.AccountId, "another browser", foreign, alice.Id, Cancellation));
        Assert.Equal(new EnrolmentOutcome.Expired(), await Enrolment.FinishAsync(bob.AccountId, Here, strange, bob.Id, Cancellation));
        Assert.IsType<EnrolmentOutcome.Added>(await Enrolment.FinishAsync(alice.AccountId, Here, good, alice.Id, Cancellation));
        Assert.Equal(new EnrolmentOutcome.Expired(), await Enrolment.FinishAsync(alice.AccountId, Here, good, alice.Id, Cancellation));

        Domain.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new EnrolmentOutcome.Expired(), await Enrolment.FinishAsync(alice.AccountId, Here, late, alice.Id, Cancellation));
    }

    [Fact]
    public async Task Of_a_counter_that_fell_the_owner_is_told_and_the_audit_says_so()
    {
        Authenticator.Counter = 5;
        await WithPasskeyAsync();
        await Mailboxes.NextAsync(Domain, Cancellation);

        await SignInAsync(answer => answer.SignCount = 4);

        Assert.Equal(PasskeyMessages.CounterFell, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);

        // Created, signed in, added, fell.
        Assert.Equal(4, (await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Links);
    }

    [Fact]
    public async Task Of_two_answers_with_one_counter_sent_at_once_one_counts()
    {
        Authenticator.Counter = 5;
        await WithPasskeyAsync();
        var answers = new List<string>();
        for (var i = 0; i < 2; i++)
            answers.Add(Authenticator.Get((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson, answer => answer.SignCount = 6));

        var outcomes = await Task.WhenAll(answers.Select(answer => SignIn.TryAsync(Here, answer, Cancellation)));

        Assert.Single(outcomes, outcome => outcome is PasskeyOutcome.SignedIn);
        Assert.Single(outcomes, outcome => outcome == new PasskeyOutcome.Refused(WebAuthnError.CounterFell));
    }

    [Fact]
    public async Task Two_devices_of_one_citizen_at_once_both_sign_in()
    {
        var phone = new SoftwareAuthenticator(TestDomain.PasskeyOrigin);
        var (session, _) = await WithPasskeyAsync();
        await EnrolAsync(session, with: phone);
        var (here, there) = (await SignIn.BeginAsync(Here, Cancellation), await SignIn.BeginAsync("the phone", Cancellation));

        var outcomes = await Task.WhenAll(
            SignIn.TryAsync(Here, Authenticator.Get(here.OptionsJson), Cancellation),
            SignIn.TryAsync("the phone", phone.Get(there.OptionsJson), Cancellation));

        Assert.All(outcomes, outcome => Assert.Equal(session.AccountId, Assert.IsType<PasskeyOutcome.SignedIn>(outcome).AccountId));
    }

    [Fact]
    public async Task The_question_names_no_account_unless_one_is_known()
    {
        var (session, passkey) = await WithPasskeyAsync();

        var anybody = JsonNode.Parse((await SignIn.BeginAsync(Here, Cancellation)).OptionsJson)!;
        var known = JsonNode.Parse((await SignIn.BeginForAsync(session.AccountId, Here, Cancellation)).OptionsJson)!;

        Assert.Empty(anybody["allowCredentials"]!.AsArray());
        Assert.Equal([passkey.CredentialId], known["allowCredentials"]!.AsArray().Select(entry => (string?)entry!["id"]));
        Assert.Equal(["internal", "hybrid"], known["allowCredentials"]![0]!["transports"]!.AsArray().Select(transport => (string?)transport));
    }
}

public sealed class SqliteBadInputTests() : BadInputTests(StorageProvider.Sqlite);

public sealed class PostgresBadInputTests() : BadInputTests(StorageProvider.Postgres);
