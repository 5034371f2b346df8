using System.Text.Json;

namespace Identity.Benchmarks.Workloads;

/// <summary>Where a server does what, by its own discovery document.</summary>
internal sealed record Endpoints(Uri Discovery, Uri Keys, Uri Authorization, Uri Token, Uri UserInfo, Uri Introspection, Uri PushedAuthorization, string Issuer)
{
    public static async Task<Endpoints> OfAsync(Uri address)
    {
        using var http = new HttpClient();
        var discovery = new Uri(address, ".well-known/openid-configuration");
        var document = JsonDocument.Parse(await http.GetStringAsync(discovery)).RootElement;
        Uri At(string member) => new(document.GetProperty(member).GetString()!); // Every server here has all of them.
        return new Endpoints(discovery, At("jwks_uri"), At("authorization_endpoint"), At("token_endpoint"), At("userinfo_endpoint"),
            At("introspection_endpoint"), At("pushed_authorization_request_endpoint"), document.GetProperty("issuer").GetString()!); // As above.
    }
}
