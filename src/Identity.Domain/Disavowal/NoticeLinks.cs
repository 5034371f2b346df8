using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Storage;

namespace Identity.Domain.Disavowal;

/// <summary>What a link in a notice was about.</summary>
/// <param name="Account">Whose account.</param>
/// <param name="About">What they were told: the template of the notice.</param>
/// <param name="At">When.</param>
public sealed record NoticeLink(Guid Account, string About, DateTimeOffset At);

/// <summary>
/// The links in notices: "this wasn't me". Whoever was told needs no sign-in to say so, and the link does nothing else than make
/// an account safer; so it opens for anybody who was sent it, for ten days, and as often as they like.
/// </summary>
public sealed class NoticeLinks(IDatabase database, TimeProvider clock)
{
    /// <summary>How long somebody who does not read their mail every day has.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(10);

    /// <summary>What stands before the secret in the address, and how a message names it.</summary>
    public const string Path = "not-me/";

    private const int Length = 22;

    internal static readonly Statement Prune = Expiry.Batch("notice_links", "token_hash", "expires_at");

    private static readonly Statement Insert = new("notice-links.insert",
        "INSERT INTO notice_links (token_hash, account_id, about, created_at, expires_at) VALUES (@token, @account, @about, @now, @expires)");

    private static readonly Statement Find = new("notice-links.find",
        "SELECT account_id, about, created_at FROM notice_links WHERE token_hash = @token AND expires_at > @now");

    /// <summary>A new link, within the change of which it tells.</summary>
    /// <returns>Its path under our address.</returns>
    internal static async ValueTask<string> CreateAsync(IStatements write, Guid account, string about, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        await write.ExecuteAsync(Insert, ("token", Hash(token)), ("account", account), ("about", about),
            ("now", now.ToUnixTimeMilliseconds()), ("expires", (now + Life).ToUnixTimeMilliseconds()));
        return Path + token;
    }

    /// <returns>What the link was about, or null when it is none or its time is over.</returns>
    public async Task<NoticeLink?> FindAsync(string? token, CancellationToken cancellationToken) => token is not { Length: Length }
        ? null
        : await database.ReadAsync(read => read.FirstAsync(Find,
            row => new NoticeLink(row.GetGuid(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            ("token", Hash(token)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
