using System.Diagnostics;
using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions.Trust;
using Identity.Web.Locales;

namespace Identity.Web.Pages.SignIn;

/// <summary>What an answer of an authenticator means to a page: how much it proves, and in what words it did not.</summary>
internal sealed class PasskeyVerdict(RelyingParty relyingParty, AccountStore accounts, KnownDevice device, ChosenLanguage language)
{
    private sealed record UnknownSignal(string RpId, string Unknown);

    /// <summary>What was proved. Only what its maker vouched for is called hardware.</summary>
    public static ProofMethod Method(AssertionFacts facts) =>
        ProofMethod.Passkey(facts.UserVerified, facts.BackupEligible, facts is { Attested: true, HardwareBound: true });

    /// <summary>Why it did not work, by the key of its words.</summary>
    public static string Words(PasskeyOutcome outcome) => outcome switch
    {
        PasskeyOutcome.Expired => "passkey.expired",
        PasskeyOutcome.Unknown => "passkey.unknown",
        PasskeyOutcome.Suspended => "passkey.suspended",
        PasskeyOutcome.Refused => "passkey.refused",
        _ => throw new UnreachableException(),
    };

    /// <summary>WebAuthn §5.1.10.1: what the browser is told of a passkey that no account has.</summary>
    public string? Unknown(PasskeyOutcome outcome) => outcome is PasskeyOutcome.Unknown(var credential)
        ? JsonSerializer.Serialize(new UnknownSignal(relyingParty.Id, credential), JsonSerializerOptions.Web)
        : null;

    /// <summary>What is remembered of a sign-in beside the session: the device, and the language chosen on it.</summary>
    public async Task RememberAsync(HttpContext context, Guid account)
    {
        if ((await accounts.FindAsync(account, context.RequestAborted))?.Identifier is { Length: > 0 } identifier)
            device.Remember(context, identifier);
        await language.RememberAsync(context, account);
    }
}
