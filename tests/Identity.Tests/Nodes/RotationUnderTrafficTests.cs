using System.Collections.Concurrent;
using Identity.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Nodes;

/// <summary>
/// Both nodes serve while their keys turn twice. An application that keeps its copy of the JWKS for most of the time for
/// which a key is announced, as real ones do, never meets a token whose key it does not know.
/// </summary>
public sealed class RotationUnderTrafficTests : TwoNodes
{
    private static readonly TimeSpan Announce = TimeSpan.FromHours(2);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, int> _seen = new();
    private readonly ConcurrentQueue<string> _refused = new();
    private int _verified;

    protected override (string, string)[] Settings => [("Keys:Announce", Announce.ToString()), ("Keys:Sign", "06:00:00"), ("Keys:Retire", "01:00:00")];

    [Fact]
    [Spec("OpenID Connect Core", "10.1.1")]
    public async Task No_token_is_refused_while_the_keys_turn()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var applications = new[] { (HttpOne, HttpOther), (HttpOther, HttpOne), (HttpOne, HttpOne) }
            .Select(way => Task.Run(() => ServeAsync(way.Item1, way.Item2, stop.Token), Cancellation)).ToList();

        await One.Get<Identity.Domain.Keys.SigningKeyKeeper>().RotateAsync(null, atOnce: false, Identity.Domain.Audit.AuditSubject.Operator("olive"), Cancellation);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(16); passed += Step)
        {
            One.Clock.Advance(Step);
            for (var enough = Volatile.Read(ref _verified) + 6; Volatile.Read(ref _verified) < enough;)
                await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }

        await stop.CancelAsync();
        await Task.WhenAll(applications);
        Assert.Empty(_refused);
        Assert.True(_seen.Count >= 3, $"The keys turned {_seen.Count - 1} times.");
    }

    /// <summary>An application that gets its tokens from one node and its JWKS from the other.</summary>
    private async Task ServeAsync(HttpClient tokens, HttpClient documents, CancellationToken stopped)
    {
        var (keys, fetched) = (new JsonWebKeySet(), DateTimeOffset.MinValue);
        while (!stopped.IsCancellationRequested)
        {
            if (One.Clock.GetUtcNow() - fetched > Announce - TimeSpan.FromMinutes(15))
            {
                fetched = One.Clock.GetUtcNow();
                keys = new JsonWebKeySet(await documents.GetStringAsync(".well-known/jwks.json", CancellationToken.None));
            }

            var token = (await Client.PostAsync(tokens, "token", new() { ["grant_type"] = "client_credentials" }))["access_token"]!; // It is registered for it.
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = TestProvider.Issuer.AbsoluteUri,
                ValidateAudience = false,
                ValidateLifetime = false,
                IssuerSigningKeys = keys.GetSigningKeys(),
            });
            if (!result.IsValid)
                _refused.Enqueue(result.Exception.Message);
            _seen.AddOrUpdate(new JsonWebToken(token).Kid, 1, (_, count) => count + 1);
            Interlocked.Increment(ref _verified);
        }
    }
}
