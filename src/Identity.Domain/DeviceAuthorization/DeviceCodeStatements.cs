using Identity.Domain.Storage;

namespace Identity.Domain.DeviceAuthorization;

internal static class DeviceCodeStatements
{
    private const string Columns = "key_hash, client_id, scopes, resources, acr_values, expires_at";

    /// <summary>Of two codes that are the same by chance, the second is made again.</summary>
    public static readonly Statement Insert = new("device-codes.insert",
        """
        INSERT INTO device_codes (key_hash, user_hash, client_id, scopes, resources, acr_values, interval_ms, expires_at)
        VALUES (@key, @user, @client, @scopes, @resources, @acr, @interval, @expires)
        ON CONFLICT (user_hash) DO NOTHING
        """);

    public static readonly Statement Find = new("device-codes.find", $"SELECT {Columns} FROM device_codes WHERE key_hash = @key");

    /// <summary>Unknown, expired and answered are one: no row.</summary>
    public static readonly Statement FindByUser = new("device-codes.find-by-user",
        $"SELECT {Columns} FROM device_codes WHERE user_hash = @user AND decided_at IS NULL AND expires_at > @now");

    public static readonly Statement FindWaiting = new("device-codes.find-waiting",
        $"SELECT {Columns} FROM device_codes WHERE key_hash = @key AND decided_at IS NULL AND expires_at > @now");

    /// <summary>RFC 8628 §3.5: who asks too soon waits five seconds more, this time and from now on.</summary>
    public static readonly Statement SlowDown = new("device-codes.slow-down",
        """
        UPDATE device_codes SET interval_ms = interval_ms + @more, polled_at = @now
        WHERE key_hash = @key AND decided_at IS NULL AND polled_at > @now - interval_ms + @grace
        """);

    public static readonly Statement Poll = new("device-codes.poll",
        "UPDATE device_codes SET polled_at = @now WHERE key_hash = @key AND decided_at IS NULL");

    public static readonly Statement Answer = new("device-codes.answer",
        "SELECT grant_id FROM device_codes WHERE key_hash = @key AND decided_at IS NOT NULL");

    /// <summary>Whoever changes this row first has decided; everybody else changes none.</summary>
    public static readonly Statement Decide = new("device-codes.decide",
        "UPDATE device_codes SET decided_at = @now, grant_id = @grant WHERE key_hash = @key AND decided_at IS NULL AND expires_at > @now");

    public static readonly Statement Prune = Expiry.Batch("device_codes", "key_hash", "expires_at");
}
