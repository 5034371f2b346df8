using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials.Passkeys;

/// <summary>A citizen with an account, a session and an authenticator.</summary>
public abstract class PasskeyTest(StorageProvider provider) : OnBothDatabases(provider)
{
    protected const string Here = "this browser";

    protected SoftwareAuthenticator Authenticator { get; } = new(TestDomain.PasskeyOrigin);

    protected PasskeySignIn SignIn => Domain.Get<PasskeySignIn>();

    protected PasskeyEnrolment Enrolment => Domain.Get<PasskeyEnrolment>();

    protected PasskeyStore Store => Domain.Get<PasskeyStore>();

    protected async Task<Session> CitizenAsync(string email = "alice@example.test")
    {
        var account = await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email(email)));
        return (await Domain.Get<SessionStore>().StartAsync(account, ProofMethod.Password, null, Cancellation)).Session;
    }

    /// <summary>A citizen who has a passkey.</summary>
    protected async Task<(Session Session, Passkey Passkey)> WithPasskeyAsync(string email = "alice@example.test")
    {
        var session = await CitizenAsync(email);
        return (session, Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(session)).Passkey);
    }

    protected async Task<EnrolmentOutcome> EnrolAsync(
        Session session, Action<AuthenticatorAnswer>? change = null, PasskeyEnrolmentKind kind = PasskeyEnrolmentKind.Asked, SoftwareAuthenticator? with = null)
    {
        var request = await Enrolment.BeginAsync(session.AccountId, Here, kind, Cancellation);
        return await Enrolment.FinishAsync(session.AccountId, Here, (with ?? Authenticator).Create(request.OptionsJson, change), session.Id, Cancellation);
    }

    protected async Task<PasskeyOutcome> SignInAsync(Action<AuthenticatorAnswer>? change = null)
    {
        var request = await SignIn.BeginAsync(Here, Cancellation);
        return await SignIn.TryAsync(Here, Authenticator.Get(request.OptionsJson, change), Cancellation);
    }
}
