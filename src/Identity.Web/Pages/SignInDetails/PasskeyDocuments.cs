using Identity.Domain.Credentials.Passkeys;
using Identity.Protocol;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>What passkey managers and browsers read about this service, at addresses that are the same everywhere.</summary>
internal static class PasskeyDocuments
{
    private sealed record Endpoints(string Enroll, string Manage);

    private sealed record RelatedOrigins(IReadOnlyList<string> Origins);

    public static void MapPasskeyDocuments(this IEndpointRouteBuilder routes)
    {
        // W3C Passkey Endpoints Well-Known URL §3.
        routes.MapGet("/.well-known/passkey-endpoints", (IOptions<ProtocolOptions> protocol, PasskeyEnrolment passkeys) =>
        {
            var issuer = protocol.Value.Issuer!.AbsoluteUri.TrimEnd('/'); // No host starts without an issuer.
            return passkeys.IsAvailable ? Results.Json(new Endpoints($"{issuer}/account/passkeys/add", $"{issuer}/account/sign-in")) : Results.NotFound();
        });
        // WebAuthn §5.11: other origins that may use the passkeys of this one, where there are any.
        routes.MapGet("/.well-known/webauthn", (RelyingParty relyingParty) =>
            relyingParty is { IsAvailable: true, Origins.Count: > 1 } ? Results.Json(new RelatedOrigins(relyingParty.Origins)) : Results.NotFound());
    }
}
