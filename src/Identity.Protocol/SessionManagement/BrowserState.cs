using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.SessionManagement;

/// <summary>
/// The state of a browser (OpenID Connect Session Management §3.2): one value for each session, which opens nothing and says
/// nothing of whose it is, and none where nobody is signed in.
/// </summary>
internal sealed class BrowserState(InstanceSecrets secrets)
{
    private const string Purpose = "browser-state";

    /// <summary>§2: what the client keeps of it: a hash that only it could compare, with the salt of this answer.</summary>
    /// <param name="session">Who is signed in.</param>
    /// <param name="clientId">Who is answered.</param>
    /// <param name="origin">Where the client's own frame asks from.</param>
    public string Of(Session session, string clientId, string origin)
    {
        var salt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId} {origin} {Of(session)} {salt}"));
        return $"{Base64Url.EncodeToString(hash)}.{salt}";
    }

    /// <summary>Lets the framed page know who is signed in at the end of this request, unless the browser has it already.</summary>
    public void Show(HttpContext context)
    {
        var state = BrowserSession.Known(context) is { } session ? Of(session) : null;
        if (state == BrowserCookies.Read(context, BrowserCookies.State))
            return;
        if (state is null)
            BrowserCookies.Conceal(context, BrowserCookies.State);
        else
            BrowserCookies.Expose(context, BrowserCookies.State, state);
    }

    private string Of(Session session) => Base64Url.EncodeToString(HMACSHA256.HashData(secrets.Get(Purpose), session.Id.ToByteArray()).AsSpan(0, 24));
}
