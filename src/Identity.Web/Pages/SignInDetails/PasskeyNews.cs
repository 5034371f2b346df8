using System.Text.Json;
using Identity.Domain.Credentials.Passkeys;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>WebAuthn §5.1.10: what script tells the browser's passkey manager once something has changed.</summary>
internal sealed class PasskeyNews(PasskeyStore store)
{
    /// <summary>Where the page that follows a change finds what happened.</summary>
    public const string Key = "sign-in-details";

    private sealed record Told(string RpId, string UserId, IReadOnlyList<string> Ids, string Name, string DisplayName);

    public async Task<string?> SignalsAsync(Guid account, CancellationToken cancellationToken) =>
        await store.SignalsAsync(account, cancellationToken) is { } signals
            ? JsonSerializer.Serialize(new Told(signals.RelyingPartyId, signals.UserId, signals.CredentialIds, signals.Name, signals.DisplayName), JsonSerializerOptions.Web)
            : null;
}
