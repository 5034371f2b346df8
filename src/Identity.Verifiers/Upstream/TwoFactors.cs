using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>By what a provider says that somebody showed two factors. Nothing else is believed to be more than one.</summary>
/// <param name="Acr">Values of <c>acr</c>.</param>
/// <param name="Amr">Values of <c>amr</c> (RFC 8176).</param>
internal sealed record TwoFactors(IReadOnlyList<string> Acr, IReadOnlyList<string> Amr)
{
    /// <summary>Reads the section <c>SignIn</c>.</summary>
    public static TwoFactors Read(VerifierSettings settings) => new(Words(settings.Text("TwoFactorAcr")), Words(settings.Text("TwoFactorAmr")));

    /// <summary>What the claims of an ID token say.</summary>
    public CredentialTrust Of(JsonElement idToken) =>
        Acr.Contains(Json.Text(idToken, "acr")) || Json.Texts(idToken, "amr") is { } methods && methods.Any(Amr.Contains) ? CredentialTrust.Aal2 : CredentialTrust.Aal1;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
