using System.Security.Cryptography;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>
/// Makes passkeys (Web Authentication Level 3 §7.1): for a citizen who is signed in, asked or in silence, and for one whose
/// account begins with it. Safe for concurrent use.
/// </summary>
public sealed class PasskeyEnrolment
{
    private const int SeedBytes = 16;

    private readonly IDatabase _database;
    private readonly RelyingParty _relyingParty;
    private readonly Ceremonies _ceremonies;
    private readonly RegistrationJudge _judge;
    private readonly PasskeyKeeper _keeper;

    internal PasskeyEnrolment(IDatabase database, RelyingParty relyingParty, Ceremonies ceremonies, RegistrationJudge judge, PasskeyKeeper keeper) =>
        (_database, _relyingParty, _ceremonies, _judge, _keeper) = (database, relyingParty, ceremonies, judge, keeper);

    /// <summary>Whether passkeys can be made here; without, the other methods throw.</summary>
    public bool IsAvailable => _relyingParty.IsAvailable;

    /// <summary>Whether a policy can be met for now: one that demands metadata cannot while there is none.</summary>
    public bool IsOpenTo(PasskeyPolicy policy) => IsAvailable && _judge.CanJudge(policy);

    /// <summary>Begins a passkey of a citizen, under the policy for citizens.</summary>
    /// <param name="account">Whose it will be.</param>
    /// <param name="browser">An opaque value that only this browser has.</param>
    /// <param name="kind">Whether they asked for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public Task<PasskeyRequest> BeginAsync(Guid account, string browser, PasskeyEnrolmentKind kind, CancellationToken cancellationToken) =>
        BeginAsync(account, browser, kind, PasskeyPolicy.Citizen, cancellationToken);

    /// <summary>Begins a passkey under another policy.</summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public async Task<PasskeyRequest> BeginAsync(
        Guid account, string browser, PasskeyEnrolmentKind kind, PasskeyPolicy policy, CancellationToken cancellationToken)
    {
        var conditional = kind is PasskeyEnrolmentKind.Conditional;
        var (user, credentials) = await _database.ReadAsync(async read => (
            await read.FirstAsync(AccountStatements.Claims, UserEntity.Of, ("id", account)),
            await read.ListAsync(PasskeyStatements.Credentials, CredentialDescriptor.Of, ("account", account))), cancellationToken);
        if (user is null)
            throw new ArgumentException("There is no such account.", nameof(account));
        var challenge = await _ceremonies.BeginAsync(CeremonyKind.Enrol, browser, new(account, null, policy, conditional), cancellationToken);
        return new(OptionsJson.Creation(_relyingParty, user, challenge, policy, conditional, _ceremonies.Life, credentials));
    }

    /// <summary>Begins a passkey that an account will begin with.</summary>
    /// <param name="email">An address that its owner has shown to read.</param>
    /// <param name="browser">An opaque value that only this browser has.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PasskeyRequest> BeginForNewAsync(EmailAddress email, string browser, CancellationToken cancellationToken)
    {
        var policy = PasskeyPolicy.Citizen;
        var seed = RandomNumberGenerator.GetBytes(SeedBytes);
        var challenge = await _ceremonies.BeginAsync(CeremonyKind.Create, browser, new(null, seed, policy, IsConditional: false), cancellationToken);
        return new(OptionsJson.Creation(_relyingParty, UserEntity.Of(email, seed), challenge, policy, conditional: false, _ceremonies.Life, []));
    }

    /// <summary>Stores the passkey that answers <see cref="BeginAsync(Guid, string, PasskeyEnrolmentKind, CancellationToken)"/>.</summary>
    /// <param name="account">The same as when it was begun.</param>
    /// <param name="browser">The same as when it was begun.</param>
    /// <param name="responseJson">What <c>toJSON()</c> of the credential gave. Bad input is an outcome and never an exception.</param>
    /// <param name="session">The session that asks, which must be alive when it is stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EnrolmentOutcome> FinishAsync(Guid account, string browser, string? responseJson, Guid session, CancellationToken cancellationToken) =>
        _keeper.Metrics.Count(await TryFinishAsync(account, browser, responseJson, session, cancellationToken));

    /// <summary>Creates an account and the passkey that answers <see cref="BeginForNewAsync"/>, both or neither.</summary>
    public async Task<CreateWithPasskeyOutcome> CreateAccountAsync(NewAccount account, string browser, string? responseJson, CancellationToken cancellationToken) =>
        _keeper.Metrics.Count(await TryCreateAsync(account, browser, responseJson, cancellationToken));

    private async Task<EnrolmentOutcome> TryFinishAsync(Guid account, string browser, string? responseJson, Guid session, CancellationToken cancellationToken)
    {
        try
        {
            var response = RegistrationResponse.Parse(responseJson);
            var ceremony = await _ceremonies.TakeAsync(CeremonyKind.Enrol, browser, response.ClientData, cancellationToken);
            if (ceremony is null || ceremony.AccountId != account)
                return new EnrolmentOutcome.Expired();
            return await _keeper.AddAsync(_judge.Judge(response, ceremony), account, session, cancellationToken);
        }
        catch (WebAuthnException refused)
        {
            return new EnrolmentOutcome.Refused(refused.Error);
        }
    }

    private async Task<CreateWithPasskeyOutcome> TryCreateAsync(NewAccount account, string browser, string? responseJson, CancellationToken cancellationToken)
    {
        try
        {
            var response = RegistrationResponse.Parse(responseJson);
            if (await _ceremonies.TakeAsync(CeremonyKind.Create, browser, response.ClientData, cancellationToken) is not { SubjectSeed: { } seed } ceremony)
                return new CreateWithPasskeyOutcome.Expired();
            return await _keeper.CreateAsync(_judge.Judge(response, ceremony), account, seed, cancellationToken);
        }
        catch (WebAuthnException refused)
        {
            return new CreateWithPasskeyOutcome.Refused(refused.Error);
        }
    }
}
