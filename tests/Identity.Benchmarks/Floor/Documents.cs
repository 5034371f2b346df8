using System.Text.Json;

namespace Identity.Benchmarks.Floor;

/// <summary>What never changes, written once.</summary>
internal static class Documents
{
    public static readonly byte[] Keys = JsonSerializer.SerializeToUtf8Bytes(new { keys = Array.Empty<object>() });

    public static readonly byte[] SignIn = [.. """<!doctype html><html lang="en"><title>Sign in</title><form method="post"><input name="Email"><input name="Password"></form><form data-passkey="get" action="/passkey" data-options="/passkey/options"><input name="Credential"></form></html>"""u8];

    public static byte[] Discovery(string issuer) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        issuer,
        jwks_uri = $"{issuer}/jwks",
        authorization_endpoint = $"{issuer}/authorize",
        token_endpoint = $"{issuer}/token",
        userinfo_endpoint = $"{issuer}/userinfo",
        introspection_endpoint = $"{issuer}/introspect",
        pushed_authorization_request_endpoint = $"{issuer}/par",
    });
}
