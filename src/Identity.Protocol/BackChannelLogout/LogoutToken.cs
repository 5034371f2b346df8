using Identity.Domain.BackChannelLogout;
using Identity.Domain.Partners;
using Identity.Protocol.PairwiseSubjects;
using Identity.Protocol.SigningKeys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Identity.Protocol.BackChannelLogout;

/// <summary>
/// The logout token (OpenID Connect Back-Channel Logout §2.4), made when it is sent, so that it is fresh however long the
/// client could not be reached. Each is a token of its own with a <c>jti</c> of its own (RFC 7519 §4.1.7): a client that ended
/// its session, and whose answer was lost, would refuse the same one again as replayed (§2.6 step 8).
/// Not supported: encryption, which §2.4 leaves open also for a client whose ID tokens are encrypted; it names nobody but by pairwise names.
/// </summary>
internal sealed class LogoutToken(IOptionsMonitor<OpenIddictServerOptions> server, SubjectFactory subjects, TimeProvider clock)
{
    /// <summary>§2.4.</summary>
    public const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>§4: the type tells it from every other JWT.</summary>
    public const string Type = "logout+jwt";

    /// <summary>§4 recommends two minutes at most.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <returns>The signed token.</returns>
    public string Create(LogoutDelivery delivery, Client client)
    {
        var options = server.CurrentValue;
        var now = clock.GetUtcNow();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            SigningCredentials = ClientSigning.For(client, options),
            Issuer = options.Issuer!.AbsoluteUri, // ProtocolOptionsValidator has seen to it.
            Audience = client.ClientId,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            // §2.4: there is no nonce, which would let it pass for an ID token.
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString("N"),
                [JwtRegisteredClaimNames.Sub] = delivery.Subject,
                [JwtRegisteredClaimNames.Sid] = subjects.SessionId(delivery.Session, client.ClientId),
                ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
            },
        });
    }
}
