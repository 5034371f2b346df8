using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Protocol.PairwiseSubjects;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.FrontChannelLogout;

/// <summary>The pages of applications that have to be shown when a session ends (OpenID Connect Front-Channel Logout §3).</summary>
internal sealed class LogoutFrames(SessionSharing sharing, ClientDirectory clients, SubjectFactory subjects, IOptions<ProtocolOptions> protocol)
{
    /// <summary>The most that one page shows: more would keep a browser busy, and the back channel tells all of them.</summary>
    public const int Most = 20;

    /// <returns>Each with <c>iss</c> and <c>sid</c>, whether its application needs them or not; the applications used last come first.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(Session session, CancellationToken cancellationToken)
    {
        var known = clients.Current;
        // Nobody pays for what no application wants.
        if (!known.Clients.Any(client => client.FrontchannelLogoutUri is not null))
            return [];
        var issuer = protocol.Value.Issuer!.AbsoluteUri; // ProtocolOptionsValidator has seen to it.
        return [.. (await sharing.OfAsync(session, cancellationToken))
            .Select(shared => known.Find(shared.ClientId)?.FrontchannelLogoutUri is { } page ? Address(page, issuer, subjects.SessionId(shared.Session, shared.ClientId)) : null)
            .OfType<string>().Take(Most)];
    }

    private static string Address(string page, string issuer, string sid) =>
        QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(page, "iss", issuer), "sid", sid);
}
