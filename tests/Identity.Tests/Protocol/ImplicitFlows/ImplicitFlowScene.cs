using System.Web;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Protocol.ImplicitFlows;

/// <summary>A provider that answers with tokens in the browser, and an application that may ask for every answer.</summary>
public sealed class ImplicitFlowScene() : ProtocolScene(StorageProvider.Sqlite)
{
    public static readonly string[] Types = ["id_token", "id_token token", "code id_token", "code token", "code id_token token"];

    private int _count;

    public static Client Registration { get; } = TestClient.Appointments with { GrantTypes = ["authorization_code", "implicit", "refresh_token"], ResponseTypes = ["code", .. Types] };

    protected override (string, string)[] Settings =>
        [("Protocol:ImplicitFlows", "true"), .. new[] { "ES256", "RS256", "RS512", "PS256" }.Select((algorithm, index) => ($"Keys:Algorithms:{index}", algorithm))];

    public Task<TestClient> ClientAsync(Func<Client, Client>? change = null)
    {
        var registration = Registration with { ClientId = $"client-{++_count}", ClientName = $"Client {_count}" };
        return RegisterAsync(change is null ? registration : change(registration));
    }

    /// <summary>A valid request for an answer: with a challenge where there is a code.</summary>
    public static (string, string?)[] Asking(string type, params (string, string?)[] changes) =>
        [("response_type", type), .. type.Split(' ').Contains("code") ? [] : new (string, string?)[] { ("code_challenge", null), ("code_challenge_method", null) }, .. changes];

    /// <summary>The answer in the fragment, which leaves the query alone.</summary>
    public async Task<Dictionary<string, string>> AskAsync(TestClient client, string type, params (string, string?)[] changes)
    {
        using var response = await Browser.GetAsync(client.AuthorizeUrl(Asking(type, changes)));
        return Fragment(response);
    }

    public static Dictionary<string, string> Fragment(HttpResponseMessage response)
    {
        var location = response.Headers.Location ?? throw new InvalidOperationException($"There is no redirect but {response.StatusCode}.");
        Assert.Equal("", location.Query);
        var values = HttpUtility.ParseQueryString(location.Fragment.TrimStart('#'));
        return values.AllKeys.OfType<string>().ToDictionary(key => key, key => values[key] ?? "");
    }

    public async Task<JsonWebToken> VerifyAsync(string token, TestClient client)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = TestProvider.Issuer.AbsoluteUri,
            ValidAudience = client.Registration.ClientId,
            ValidAlgorithms = [client.Registration.IdTokenSignedResponseAlg],
            IssuerSigningKeys = new JsonWebKeySet(await Http.GetStringAsync(".well-known/jwks.json")).GetSigningKeys(),
            LifetimeValidator = (_, expires, _, _) => expires > Provider.Clock.GetUtcNow(),
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }
}
