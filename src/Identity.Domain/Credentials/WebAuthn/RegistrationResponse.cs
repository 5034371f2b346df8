namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What a browser sends after <c>navigator.credentials.create()</c> (§5.2.1).</summary>
internal sealed record RegistrationResponse(byte[] CredentialId, ClientData ClientData, byte[] AttestationObject, IReadOnlyList<string> Transports)
{
    private const int MostTransports = 8;
    private const int LongestTransport = 16;

    /// <exception cref="WebAuthnException">It is none.</exception>
    public static RegistrationResponse Parse(string? json)
    {
        using var credential = CredentialJson.Parse(json);
        return new(credential.CredentialId, ClientData.Parse(credential.Bytes("clientDataJSON")), credential.Bytes("attestationObject"),
            Known(credential.TextsIfAny("transports")));
    }

    // §5.8.4: a relying party keeps values it does not know; it need not keep those that no browser would write.
    private static string[] Known(IReadOnlyList<string> transports) =>
        [.. transports.Where(text => text.Length is > 0 and <= LongestTransport && text.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'))
            .Distinct(StringComparer.Ordinal).Take(MostTransports)];
}
