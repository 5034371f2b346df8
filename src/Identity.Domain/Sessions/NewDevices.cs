using System.Globalization;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;

namespace Identity.Domain.Sessions;

/// <summary>Tells an owner, everywhere, that somebody signed in on a device that the account was not used on before.</summary>
public sealed class NewDevices(Ledger ledger, TimeProvider clock)
{
    /// <param name="account">Whose account.</param>
    /// <param name="device">What the browser says it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task TellAsync(Guid account, string device, CancellationToken cancellationToken) => ledger.RecordAsync(
        _ => ValueTask.FromResult(0),
        Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.DeviceNew) { Details = new Dictionary<string, string> { ["device"] = device } },
            new Notice(account, SessionMessages.NewDevice)
            {
                To = NoticeAudience.Everywhere,
                NotMe = true,
                Values = new Dictionary<string, string>
                {
                    ["device"] = device,
                    ["when"] = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                },
            }), cancellationToken);
}
