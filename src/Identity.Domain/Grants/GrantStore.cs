using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Grants;

/// <summary>
/// One row for one authorization. Issuing inserts it, its code's single use and each refresh are one conditional update,
/// and whoever presents what was used before revokes that grant and nothing else.
/// </summary>
public sealed class GrantStore(IDatabase database, Ledger ledger, IOptions<GrantOptions> options, TimeProvider clock)
{
    /// <summary>Stores a grant together with the citizen's record of what was shared.</summary>
    public Task IssueAsync(Grant grant, CancellationToken cancellationToken) =>
        ledger.RecordAsync(write => InsertAsync(write, grant), Recorded.Of(Issued(grant)), cancellationToken);

    /// <summary>Stores a grant in the transaction of what leads to it, whose record <see cref="Issued"/> belongs to.</summary>
    internal static ValueTask<int> InsertAsync(IStatements write, Grant grant) => write.ExecuteAsync(GrantStatements.Insert,
        ("id", grant.Id), ("account", grant.AccountId), ("client", grant.ClientId), ("session", grant.SessionId),
        ("subject", grant.Subject), ("scopes", string.Join(' ', grant.Scopes)), ("claims", string.Join(' ', grant.Claims)),
        ("resources", string.Join(' ', grant.Resources)), ("auth", grant.AuthTime.ToUnixTimeMilliseconds()), ("amr", grant.Amr),
        ("acr", grant.Acr), ("offline", grant.Offline ? 1 : 0), ("now", grant.CreatedAt.ToUnixTimeMilliseconds()),
        ("expires", grant.ExpiresAt.ToUnixTimeMilliseconds()), ("vot", grant.Vot), ("requested", grant.Requested),
        ("access", grant.AccessSubject == grant.Subject ? null : grant.AccessSubject));

    /// <summary>What the citizen's own record says of what was shared.</summary>
    internal static AuditEntry Issued(Grant grant) => Entry(grant, AuditEvents.Shared) with
    {
        Details = new Dictionary<string, string>
        {
            ["client"] = grant.ClientId,
            ["grant"] = grant.Id.ToString("D"),
            ["claims"] = string.Join(' ', grant.Claims),
            ["scopes"] = string.Join(' ', grant.Scopes),
        },
    };

    /// <summary>Uses a code. A second use revokes the grant (RFC 6749 §4.1.2, RFC 9700 §4.5).</summary>
    /// <returns>The grant, or null when the code was used before or the grant has ended.</returns>
    public async Task<Grant?> RedeemAsync(Guid id, string clientId, CancellationToken cancellationToken)
    {
        var grant = await database.WriteAsync(write => write.FirstAsync(GrantStatements.Redeem, Grant.Read,
            ("id", id), ("client", clientId), ("now", Now())), cancellationToken);
        if (grant is null)
            await RevokeAsync(id, clientId, AuditEvents.CodeReplayed, cancellationToken);
        return grant;
    }

    /// <summary>Uses a refresh token of one generation.</summary>
    public async Task<RotationOutcome> RotateAsync(Guid id, string clientId, int generation, CancellationToken cancellationToken)
    {
        var rotated = await database.WriteAsync(write => write.FirstAsync(GrantStatements.Rotate, Grant.Read,
            ("id", id), ("client", clientId), ("generation", generation), ("now", Now())), cancellationToken);
        if (rotated is not null)
            return new RotationOutcome.Rotated(rotated);

        var grant = await FindAsync(id, cancellationToken);
        if (grant is null || grant.ClientId != clientId)
            return new RotationOutcome.Ended();
        if (grant.Generation == generation + 1 && clock.GetUtcNow() - grant.RotatedAt <= options.Value.RotationGrace)
            return new RotationOutcome.Rotated(grant);

        await RevokeAsync(id, clientId, AuditEvents.RefreshTokenReused, cancellationToken);
        return new RotationOutcome.Reused();
    }

    /// <returns>The grant while it lives, or null.</returns>
    public async Task<Grant?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var grant = await database.ReadAsync(read => read.FirstAsync(GrantStatements.Find, Grant.Read, ("id", id)), cancellationToken);
        return grant is { RevokedAt: null } && grant.ExpiresAt > clock.GetUtcNow() ? grant : null;
    }

    /// <summary>Ends a grant: its refresh token, and its access tokens wherever they are looked up. Ending twice is ending once.</summary>
    public Task RevokeAsync(Guid id, string clientId, CancellationToken cancellationToken) =>
        RevokeAsync(id, clientId, AuditEvents.GrantRevoked, cancellationToken);

    private async Task RevokeAsync(Guid id, string clientId, string because, CancellationToken cancellationToken)
    {
        var grant = await database.ReadAsync(read => read.FirstAsync(GrantStatements.Find, Grant.Read, ("id", id)), cancellationToken);
        if (grant is null || grant.ClientId != clientId || grant.RevokedAt is not null)
            return;

        await ledger.RecordAsync(
            write => write.ExecuteAsync(GrantStatements.Revoke, ("id", id), ("now", Now())),
            revoked => revoked == 0 ? Recorded.Nothing : Recorded.Of(Entry(grant, because)),
            cancellationToken);
    }

    private static AuditEntry Entry(Grant grant, string because) => new(AuditSubject.Account(grant.AccountId), because)
    {
        Details = new Dictionary<string, string> { ["client"] = grant.ClientId, ["grant"] = grant.Id.ToString("D") },
    };

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
