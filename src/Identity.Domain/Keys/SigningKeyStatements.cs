using System.Data.Common;
using Identity.Domain.Storage;

namespace Identity.Domain.Keys;

/// <summary>The table of signing keys. Whoever changes it holds the version of the snapshot, so that one does so at a time.</summary>
internal static class SigningKeyStatements
{
    private const string Columns = "kid, algorithm, sealed, announced_at, signs_from, signs_until, published_until, revoked_at, last_seal";

    public static readonly Statement List = new("signing-keys.list", $"SELECT {Columns} FROM signing_keys ORDER BY signs_from, kid");

    public static readonly Statement Published = new("signing-keys.published",
        $"SELECT {Columns} FROM signing_keys WHERE published_until > @now AND revoked_at IS NULL ORDER BY signs_from, kid");

    public static readonly Statement Find = new("signing-keys.find", $"SELECT {Columns} FROM signing_keys WHERE kid = @kid");

    private static readonly Statement InsertOne = new("signing-keys.insert",
        """
        INSERT INTO signing_keys (kid, algorithm, sealed, announced_at, signs_from, signs_until, published_until)
        VALUES (@kid, @algorithm, @sealed, @announced, @from, @until, @published)
        """);

    private static readonly Statement Replan = new("signing-keys.plan",
        "UPDATE signing_keys SET signs_from = @from, signs_until = @until, published_until = @published WHERE kid = @kid");

    private static readonly Statement Revoke = new("signing-keys.revoke", "UPDATE signing_keys SET revoked_at = @at WHERE kid = @kid");

    private static readonly Statement KeepLastSeal = new("signing-keys.keep-last-seal", "UPDATE signing_keys SET last_seal = @seal WHERE kid = @kid");

    private static readonly Statement HoldUnrevoked = new("signing-keys.hold",
        sqlite: "SELECT 1 FROM signing_keys WHERE kid = @kid AND revoked_at IS NULL",
        postgres: "SELECT 1 FROM signing_keys WHERE kid = @kid AND revoked_at IS NULL FOR SHARE");

    public static ValueTask<int> InsertAsync(IStatements write, NewSigningKey key, KeyLife life) => write.ExecuteAsync(InsertOne,
        ("kid", key.Kid), ("algorithm", key.Algorithm), ("sealed", key.Sealed), ("announced", life.AnnouncedAt.ToUnixTimeMilliseconds()),
        ("from", life.SignsFrom.ToUnixTimeMilliseconds()), ("until", life.SignsUntil.ToUnixTimeMilliseconds()),
        ("published", life.PublishedUntil.ToUnixTimeMilliseconds()));

    public static ValueTask<int> PlanAsync(IStatements write, string kid, KeyLife life) => write.ExecuteAsync(Replan,
        ("kid", kid), ("from", life.SignsFrom.ToUnixTimeMilliseconds()), ("until", life.SignsUntil.ToUnixTimeMilliseconds()),
        ("published", life.PublishedUntil.ToUnixTimeMilliseconds()));

    public static async ValueTask RevokeAsync(IStatements write, string kid, DateTimeOffset at, Func<IStatements, ValueTask<long>> lastSeal)
    {
        // First the row, which a seal in the making holds; only then is its number there to be read.
        await write.ExecuteAsync(Revoke, ("kid", kid), ("at", at.ToUnixTimeMilliseconds()));
        await write.ExecuteAsync(KeepLastSeal, ("kid", kid), ("seal", await lastSeal(write)));
    }

    /// <summary>Keeps a key from being revoked until this unit of work ends.</summary>
    /// <returns>False when it has been already.</returns>
    public static async ValueTask<bool> HoldAsync(IStatements write, string kid) =>
        await write.FirstAsync(HoldUnrevoked, row => row.GetInt32(0), ("kid", kid)) == 1;

    public static SigningKeyRow Read(DbDataReader row) => new()
    {
        Kid = row.GetString(0),
        Algorithm = row.GetString(1),
        Sealed = (byte[])row[2],
        AnnouncedAt = Time(row, 3),
        SignsFrom = Time(row, 4),
        SignsUntil = Time(row, 5),
        PublishedUntil = Time(row, 6),
        RevokedAt = row.IsDBNull(7) ? null : Time(row, 7),
        LastSeal = row.IsDBNull(8) ? null : row.GetInt64(8),
    };

    private static DateTimeOffset Time(DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
