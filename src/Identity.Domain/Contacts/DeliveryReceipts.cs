using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;

namespace Identity.Domain.Contacts;

/// <summary>
/// Heeds what a gateway says after it took a message: what did not arrive goes the next way, and a contact that does not exist
/// is marked, with its owner told another way.
/// </summary>
public sealed class DeliveryReceipts(Ledger ledger, Outbox outbox, TimeProvider clock)
{
    /// <summary>Takes one receipt. The same one twice changes nothing.</summary>
    public async Task TakeAsync(DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        if (receipt.Reference is { } reference)
            await outbox.HeardAsync(reference, receipt.Status is DeliveryStatus.Delivered, cancellationToken);
        switch (receipt.Status)
        {
            case DeliveryStatus.Delivered:
                await ledger.RecordAsync(write => ArrivedAsync(write, receipt), Recorded.Nothing, cancellationToken);
                break;
            case DeliveryStatus.Unreachable:
                await ledger.RecordAsync(write => UnreachableAsync(write, receipt), owners => Recorded.All(owners.Select(owner => Told(owner, receipt))), cancellationToken);
                break;
        }
    }

    private ValueTask<int> ArrivedAsync(IStatements write, DeliveryReceipt receipt) => receipt.Channel switch
    {
        MessageChannel.Email => write.ExecuteAsync(ReachStatements.EmailArrived, ("key", Key(receipt))),
        MessageChannel.Text or MessageChannel.Voice => write.ExecuteAsync(ReachStatements.NumberReached, ("number", receipt.Destination), ("now", Now)),
        _ => ValueTask.FromResult(0),
    };

    private ValueTask<IReadOnlyList<Guid>> UnreachableAsync(IStatements write, DeliveryReceipt receipt) => receipt.Channel switch
    {
        MessageChannel.Email => write.ListAsync(ReachStatements.EmailBounced, row => row.GetGuid(0), ("key", Key(receipt)), ("now", Now)),
        MessageChannel.Text or MessageChannel.Voice =>
            write.ListAsync(ReachStatements.NumberUnreachable, row => row.GetGuid(0), ("number", receipt.Destination), ("now", Now)),
        _ => ValueTask.FromResult<IReadOnlyList<Guid>>([]),
    };

    private static Recorded Told(Guid owner, DeliveryReceipt receipt) => receipt.Channel is MessageChannel.Email
        ? Recorded.Of(new AuditEntry(AuditSubject.Account(owner), AuditEvents.EmailUnreachable), new Notice(owner, ContactMessages.EmailUnreachable))
        : Recorded.Of(new AuditEntry(AuditSubject.Account(owner), AuditEvents.PhoneUnreachable), new Notice(owner, ContactMessages.PhoneUnreachable));

    private static string Key(DeliveryReceipt receipt) => EmailAddress.Read(receipt.Destination) is EmailReading.Read(var address) ? address.Key : "";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
