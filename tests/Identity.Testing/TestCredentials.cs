using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Limits;
using Identity.Domain.Phones;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Testing.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Testing;

/// <summary>Gives an account more ways in without the pages.</summary>
/// <param name="services">Those of the provider.</param>
public sealed class TestCredentials(IServiceProvider services)
{
    /// <summary>A number that no numbering plan refuses.</summary>
    public const string Mobile = "+447400123123";

    /// <summary>An authenticator app: the secret tells its codes. The code of the step before now is used up.</summary>
    public async Task<AppSecret> AddAppAsync(Guid account)
    {
        var secret = AppSecret.Create();
        var added = await Get<AuthenticatorApps>().AddAsync(
            await SessionAsync(account), await OwnerAsync(account), secret, secret.CodeAt(Get<TimeProvider>().GetUtcNow() - TimeSpan.FromSeconds(30)), Network.Of(IPAddress.Loopback), CancellationToken.None);
        return added is AppEnrolmentOutcome.Added ? secret : throw new InvalidOperationException($"The app was not added: {added}.");
    }

    /// <summary>Ten backup codes.</summary>
    public async Task<IReadOnlyList<string>> AddBackupCodesAsync(Guid account) =>
        (await Get<BackupCodes>().CreateAsync(await SessionAsync(account), await OwnerAsync(account), CancellationToken.None))?.Codes.Select(code => code.Grouped).ToList()
            ?? throw new InvalidOperationException("The session has ended.");

    /// <summary>A passkey in an authenticator.</summary>
    public async Task<Passkey> AddPasskeyAsync(Guid account, SoftwareAuthenticator authenticator, string browser = "registered-elsewhere")
    {
        var asked = await Get<PasskeyEnrolment>().BeginAsync(account, browser, PasskeyEnrolmentKind.Asked, CancellationToken.None);
        var added = await Get<PasskeyEnrolment>().FinishAsync(account, browser, authenticator.Create(asked.OptionsJson), (await SessionAsync(account)).Id, CancellationToken.None);
        return added is EnrolmentOutcome.Added(var passkey) ? passkey : throw new InvalidOperationException($"The passkey was not added: {added}.");
    }

    /// <summary>A telephone that was confirmed.</summary>
    public async Task<PhoneNumber> AddPhoneAsync(Guid account, string e164 = Mobile, bool takesTexts = true)
    {
        var number = new PhoneNumber(e164, takesTexts);
        var added = await Get<PhoneStore>().AddAsync(await SessionAsync(account), account, number, CancellationToken.None);
        return added is PhoneAddOutcome.Added ? number : throw new InvalidOperationException($"The telephone was not added: {added}.");
    }

    private async Task<Session> SessionAsync(Guid account) =>
        (await Get<SessionStore>().StartAsync(account, ProofMethod.Password, null, CancellationToken.None)).Session;

    private async Task<KnownAccount> OwnerAsync(Guid account) =>
        await Get<AccountStore>().FindAsync(account, CancellationToken.None) ?? throw new ArgumentException("There is no such account.", nameof(account));

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();
}
