using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Grants;

namespace Identity.Domain.DeviceAuthorization;

/// <summary>What a citizen answers to a device: once, in their own record, and together with the grant it leads to.</summary>
public sealed class DeviceDecisions(Ledger ledger, TimeProvider clock)
{
    /// <summary>Connects a device, and tells its owner everywhere.</summary>
    /// <param name="device">Which one.</param>
    /// <param name="grant">What it gets.</param>
    /// <param name="application">What people call it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when its time was over or it was answered before: then nothing was granted.</returns>
    public Task<bool> ApproveAsync(byte[] device, Grant grant, string application, CancellationToken cancellationToken) => ledger.RecordAsync(
        async write => await write.ExecuteAsync(DeviceCodeStatements.Decide, ("key", device), ("grant", grant.Id), ("now", Now())) == 1
            && await GrantStore.InsertAsync(write, grant) == 1,
        connected => connected
            ? new Recorded([GrantStore.Issued(grant), Entry(AuditEvents.DeviceConnected, grant.AccountId, grant.ClientId, grant.Id)], []) { Notices = [Told(grant.AccountId, application)] }
            : Recorded.Nothing,
        cancellationToken);

    /// <summary>Tells a device no.</summary>
    /// <param name="device">Which one.</param>
    /// <param name="account">Who says so; null when nobody is signed in any more.</param>
    /// <param name="clientId">Its application.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when its time was over or it was answered before.</returns>
    public Task<bool> RefuseAsync(byte[] device, Guid? account, string clientId, CancellationToken cancellationToken) => ledger.RecordAsync(
        async write => await write.ExecuteAsync(DeviceCodeStatements.Decide, ("key", device), ("grant", null), ("now", Now())) == 1,
        refused => refused && account is { } by ? Recorded.Of(Entry(AuditEvents.DeviceRefused, by, clientId)) : Recorded.Nothing,
        cancellationToken);

    private static Notice Told(Guid account, string application) => new(account, DeviceMessages.Connected)
    {
        To = NoticeAudience.Everywhere,
        NotMe = true,
        Values = new Dictionary<string, string> { ["app"] = application },
    };

    private static AuditEntry Entry(string name, Guid account, string clientId, Guid? grant = null) => new(AuditSubject.Account(account), name)
    {
        Details = grant is { } id
            ? new Dictionary<string, string> { ["client"] = clientId, ["grant"] = id.ToString("D") }
            : new Dictionary<string, string> { ["client"] = clientId },
    };

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
