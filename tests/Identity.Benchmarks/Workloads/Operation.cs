using System.Net.Http.Headers;
using Identity.Benchmarks.Servers;

namespace Identity.Benchmarks.Workloads;

/// <summary>One thing a provider does all day.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Prepare">What must be there before; not measured.</param>
/// <param name="Run">Does it once; throws when the answer is not what it should be.</param>
internal sealed record Operation(string Name, Func<Visitor, Task> Prepare, Func<Visitor, Task> Run)
{
    private const int SignedInBrowsers = 25;
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Whether only servers that know passkeys can do it.</summary>
    public bool IsByPasskey { get; private init; }

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("Client credentials", Nothing,
            visitor => visitor.PostAsync(visitor.Endpoints.Token, new() { ["grant_type"] = "client_credentials" }, Applications.Web)),
        new("Further sign-on", SignInAsync, async visitor => await visitor.ExchangeAsync(await visitor.AuthorizeAsync(visitor.NextSignedIn()))),
        new("First sign-in, password", Nothing, async visitor => await visitor.ExchangeAsync(await visitor.AuthorizeAsync(visitor.NextBrowser()))),
        new("First sign-in, passkey", Nothing, async visitor => await visitor.ExchangeAsync(await visitor.AuthorizeAsync(visitor.NextWithPasskey()))) { IsByPasskey = true },
        new("Refresh", TokensOfflineAsync, RefreshAsync),
        new("User-info", TokensAsync, UserInfoAsync),
        new("Discovery + JWKS", Nothing, async visitor =>
        {
            await visitor.Http.GetByteArrayAsync(visitor.Endpoints.Discovery);
            await visitor.Http.GetByteArrayAsync(visitor.Endpoints.Keys);
        }),
        new("Introspection", TokensAsync, IntrospectAsync),
        new("Client credentials, private_key_jwt", Nothing, visitor => visitor.PostAsync(visitor.Endpoints.Token, new()
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = AssertionType,
            ["client_assertion"] = Applications.Assertion(visitor.Endpoints.Issuer),
        }, null)),
        new("Pushed request + authorize", SignInAsync, visitor => visitor.AuthorizeAsync(visitor.NextSignedIn(), pushed: true)),
    ];

    private static Task Nothing(Visitor visitor) => Task.CompletedTask;

    private static Task SignInAsync(Visitor visitor) => visitor.SignInAsync(SignedInBrowsers);

    private static async Task TokensAsync(Visitor visitor) => await visitor.ExchangeAsync(await visitor.AuthorizeAsync(visitor.NextBrowser()));

    private static async Task TokensOfflineAsync(Visitor visitor) =>
        await visitor.ExchangeAsync(await visitor.AuthorizeAsync(visitor.NextBrowser(), Applications.Offline), Applications.Offline);

    private static async Task RefreshAsync(Visitor visitor) => visitor.Tokens = await visitor.PostAsync(visitor.Endpoints.Token, new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = visitor.Tokens.GetProperty("refresh_token").GetString()!, // Every refresh brings the next one.
    }, Applications.Offline);

    private static async Task UserInfoAsync(Visitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, visitor.Endpoints.UserInfo);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visitor.AccessToken);
        using var response = await visitor.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static async Task IntrospectAsync(Visitor visitor)
    {
        var answer = await visitor.PostAsync(visitor.Endpoints.Introspection, new() { ["token"] = visitor.AccessToken }, Applications.Web);
        if (!answer.GetProperty("active").GetBoolean())
            throw new InvalidOperationException("A token in its life is not active.");
    }
}
