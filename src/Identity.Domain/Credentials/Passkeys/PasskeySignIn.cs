using System.Diagnostics;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>
/// Signs in with a passkey (Web Authentication Level 3 §7.2), and confirms a citizen who is signed in. Two statements on the
/// tables of this room: one uses up the challenge and finds the passkey, one counts. Not here: the session, which the
/// caller starts, and limits, because there is nothing to guess. Safe for concurrent use.
/// </summary>
public sealed class PasskeySignIn
{
    private readonly IDatabase _database;
    private readonly RelyingParty _relyingParty;
    private readonly Ceremonies _ceremonies;
    private readonly PasskeyUse _use;
    private readonly PasskeyMetrics _metrics;

    internal PasskeySignIn(IDatabase database, RelyingParty relyingParty, Ceremonies ceremonies, PasskeyUse use, PasskeyMetrics metrics) =>
        (_database, _relyingParty, _ceremonies, _use, _metrics) = (database, relyingParty, ceremonies, use, metrics);

    /// <summary>Whether passkeys can be used here; without, the other methods throw.</summary>
    public bool IsAvailable => _relyingParty.IsAvailable;

    /// <summary>Asks whoever sits at <paramref name="browser"/>: no account is named, so that nobody learns of one.</summary>
    /// <param name="browser">An opaque value that only this browser has.</param>
    public Task<PasskeyRequest> BeginAsync(string browser, CancellationToken cancellationToken) => BeginAsync(null, browser, [], cancellationToken);

    /// <summary>Asks a citizen who is known already, naming their passkeys.</summary>
    public async Task<PasskeyRequest> BeginForAsync(Guid account, string browser, CancellationToken cancellationToken)
    {
        var credentials = await _database.ReadAsync(
            read => read.ListAsync(PasskeyStatements.Credentials, CredentialDescriptor.Of, ("account", account)), cancellationToken);
        return await BeginAsync(account, browser, credentials.Where(credential => !credential.IsSuspended), cancellationToken);
    }

    /// <summary>Looks at the answer to either question. Bad input is an outcome and never an exception.</summary>
    /// <param name="browser">The same value as when it was asked.</param>
    /// <param name="responseJson">What <c>toJSON()</c> of the credential gave.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PasskeyOutcome> TryAsync(string browser, string? responseJson, CancellationToken cancellationToken) =>
        _metrics.Count(await LookAsync(browser, responseJson, cancellationToken));

    private async Task<PasskeyRequest> BeginAsync(
        Guid? account, string browser, IEnumerable<CredentialDescriptor> allowed, CancellationToken cancellationToken)
    {
        var policy = PasskeyPolicy.Citizen;
        var challenge = await _ceremonies.BeginAsync(CeremonyKind.SignIn, browser, new(account, null, policy, IsConditional: false), cancellationToken);
        return new(OptionsJson.Request(_relyingParty, challenge, policy, _ceremonies.Life, allowed));
    }

    private async Task<PasskeyOutcome> LookAsync(string browser, string? responseJson, CancellationToken cancellationToken)
    {
        AssertionResponse response;
        try
        {
            response = AssertionResponse.Parse(responseJson);
        }
        catch (WebAuthnException refused)
        {
            return new PasskeyOutcome.Refused(refused.Error);
        }

        if (await _ceremonies.TakeForSignInAsync(browser, response, cancellationToken) is not { } ceremony)
            return new PasskeyOutcome.Expired();
        if (ceremony.Passkey is not { } passkey)
            return new PasskeyOutcome.Unknown(Base64UrlText.Of(response.CredentialId));
        return Judge(response, ceremony, passkey) switch
        {
            AssertionResult.Refused(WebAuthnError.CounterFell) => await _use.CounterFellAsync(passkey, cancellationToken),
            AssertionResult.Refused(var error) => new PasskeyOutcome.Refused(error),
            AssertionResult.Verified(var data) => await _use.CountAsync(passkey, data, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private AssertionResult Judge(AssertionResponse response, SignInCeremony ceremony, StoredPasskey passkey)
    {
        // §7.2 step 6: of a citizen who was known before, the credential is one of theirs.
        if (ceremony.AccountId is { } known && known != passkey.AccountId)
            return new AssertionResult.Refused(WebAuthnError.WrongUser);
        return Assertion.Judge(response, new()
        {
            RelyingParty = _relyingParty.Rules,
            ChallengeHash = response.ClientData.ChallengeHash,
            UserHandle = UserHandle.Of(passkey.SubjectSeed),
            PublicKey = passkey.PublicKey,
            SignCount = passkey.SignCount,
            IsBackupEligible = passkey.IsBackupEligible,
            IsUserKnown = ceremony.AccountId is not null,
        });
    }
}
