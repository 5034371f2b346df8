using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Partners;

namespace Identity.Protocol.PairwiseSubjects;

/// <summary>
/// OpenID Connect Core §8.1: the <c>sub</c> an application knows a citizen by is a keyed hash of the sector and a random
/// seed of the account. Two sectors cannot tell that they know the same person, and neither learns the account's id.
/// </summary>
internal sealed class SubjectFactory(InstanceSecrets secrets)
{
    /// <param name="seed">The account's random seed.</param>
    /// <param name="client">Who will see it.</param>
    public string Subject(byte[] seed, Client client) =>
        client.SubjectType == "public" ? Keyed("public-subject", seed, "") : Keyed("pairwise-subject", seed, client.Sector);

    /// <summary>
    /// The <c>sub</c> in access tokens for these APIs: that of their sector, whoever the token was given to, so that two applications
    /// which send somebody's data to one API meet there. APIs of several sectors share a token, and could compare it anyway.
    /// </summary>
    /// <returns>Null where there is no such sector.</returns>
    public string? AccessSubject(byte[] seed, IReadOnlyCollection<Client> apis) => apis.Select(api => Subject(seed, api)).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The <c>sid</c> of a session for one client (OpenID Connect Back-Channel Logout §2.1). No two clients see the same.</summary>
    public string SessionId(Guid session, string clientId) => Keyed("session-id", session.ToByteArray(), clientId);

    private string Keyed(string purpose, byte[] value, string audience) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secrets.Get(purpose), (byte[])[.. value, .. Encoding.UTF8.GetBytes(audience)]).AsSpan(0, 24));
}
