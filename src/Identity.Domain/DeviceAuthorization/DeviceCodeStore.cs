using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Storage;

namespace Identity.Domain.DeviceAuthorization;

/// <summary>Devices that wait for an answer (RFC 8628): one short-lived row each, which holds neither of its codes.</summary>
public sealed class DeviceCodeStore(IDatabase database, InstanceSecrets secrets, TimeProvider clock)
{
    private const int MostTries = 5;

    // What left the device in time may arrive a little closer to what left it before.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    // RFC 8628 §3.5.
    private static readonly TimeSpan SlowedBy = TimeSpan.FromSeconds(5);

    /// <summary>Lets a device wait.</summary>
    /// <exception cref="InvalidOperationException">Chance made codes that are in use, five times in a row.</exception>
    public async Task<DeviceCodes> IssueAsync(DeviceRequest request, CancellationToken cancellationToken)
    {
        var expires = (clock.GetUtcNow() + DeviceCodes.Life).ToUnixTimeMilliseconds();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var codes = new DeviceCodes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), UserCode.Create());
            if (await database.WriteAsync(write => write.ExecuteAsync(DeviceCodeStatements.Insert,
                ("key", Hash(codes.DeviceCode)), ("user", UserHash(codes.UserCode)), ("client", request.ClientId),
                ("scopes", string.Join(' ', request.Scopes)), ("resources", string.Join(' ', request.Resources)), ("acr", string.Join(' ', request.AcrValues)),
                ("interval", (long)DeviceCodes.Interval.TotalMilliseconds), ("expires", expires)), cancellationToken) == 1)
                return codes;
        }

        throw new InvalidOperationException("No code was free.");
    }

    /// <returns>The device that was given this code, whether it still counts or not; null when none was.</returns>
    public Task<WaitingDevice?> FindAsync(string deviceCode, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(DeviceCodeStatements.Find, Read, ("key", Hash(deviceCode))), cancellationToken);

    /// <param name="userCode">As <see cref="UserCode.Read"/> returns it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The device that shows this code; null when none does, its time is over, or somebody has answered.</returns>
    public Task<WaitingDevice?> FindByUserCodeAsync(string userCode, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(DeviceCodeStatements.FindByUser, Read, ("user", UserHash(userCode)), ("now", Now())), cancellationToken);

    /// <returns>Whether a device still waits for an answer.</returns>
    public async Task<bool> IsWaitingAsync(byte[] key, CancellationToken cancellationToken) =>
        await database.ReadAsync(read => read.FirstAsync(DeviceCodeStatements.FindWaiting, Read, ("key", key), ("now", Now())), cancellationToken) is not null;

    /// <summary>A device asks whether somebody has answered.</summary>
    public Task<PollOutcome> PollAsync(string deviceCode, CancellationToken cancellationToken)
    {
        var (key, now) = (Hash(deviceCode), Now());
        return database.WriteAsync<PollOutcome>(async write =>
        {
            if (await write.ExecuteAsync(DeviceCodeStatements.SlowDown, ("key", key), ("now", now), ("more", (long)SlowedBy.TotalMilliseconds), ("grace", (long)Grace.TotalMilliseconds)) == 1)
                return new PollOutcome.TooSoon();
            if (await write.ExecuteAsync(DeviceCodeStatements.Poll, ("key", key), ("now", now)) == 1)
                return new PollOutcome.Pending();
            var grant = await write.FirstAsync(DeviceCodeStatements.Answer, row => row.IsDBNull(0) ? (Guid?)null : row.GetGuid(0), ("key", key));
            return grant is { } given ? new PollOutcome.Approved(given) : new PollOutcome.Refused();
        }, cancellationToken);
    }

    private static WaitingDevice Read(DbDataReader row) => new((byte[])row[0], new DeviceRequest
    {
        ClientId = row.GetString(1),
        Scopes = Split(row.GetString(2)),
        Resources = Split(row.GetString(3)),
        AcrValues = Split(row.GetString(4)),
    }, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Hash(string deviceCode) => SHA256.HashData(Encoding.UTF8.GetBytes(deviceCode));

    private byte[] UserHash(string userCode) => HMACSHA256.HashData(secrets.Get("device-codes"), Encoding.ASCII.GetBytes(userCode));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
