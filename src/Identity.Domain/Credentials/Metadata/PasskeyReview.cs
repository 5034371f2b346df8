using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Storage;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>
/// Holds the passkeys whose model was proved against the metadata of today, and suspends those of models that are
/// reported compromised. A model that was only claimed is let be: anybody can claim one.
/// </summary>
internal sealed class PasskeyReview(IDatabase database, Ledger ledger, MetadataFile metadata, TimeProvider clock, ILogger<PasskeyReview> logger)
{
    private sealed record Attested(Guid Id, Guid AccountId);

    /// <returns>How many were suspended.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (metadata.Newest is not { } blob)
            return 0;
        var suspended = 0;
        var models = await database.ReadAsync(read => read.ListAsync(PasskeyStatements.AttestedModels, row => row.GetGuid(0)), cancellationToken);
        foreach (var model in models)
        {
            if (blob.Entries.GetValueOrDefault(model)?.Compromise is not { } status)
                continue;
            foreach (var passkey in await database.ReadAsync(read => read.ListAsync(PasskeyStatements.AttestedOfModel,
                row => new Attested(row.GetGuid(0), row.GetGuid(1)), ("aaguid", model)), cancellationToken))
                suspended += await SuspendAsync(passkey, model, status, cancellationToken);
        }
        return suspended;
    }

    private async Task<int> SuspendAsync(Attested passkey, Guid model, string status, CancellationToken cancellationToken)
    {
        var (rows, _) = await ledger.RecordAsync(
            async write => (
                Rows: await write.ExecuteAsync(PasskeyStatements.Suspend,
                    ("id", passkey.Id), ("reason", status), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())),
                Owner: await write.FirstAsync(AccountStatements.Find, KnownAccount.Of, ("id", passkey.AccountId))),
            done => done.Rows == 0 ? Recorded.Nothing : PasskeyRecords.Told(done.Owner,
                PasskeyRecords.Entry(passkey.AccountId, passkey.Id, AuditEvents.PasskeySuspended, ("aaguid", model.ToString("D")), ("status", status)),
                PasskeyMessages.Suspended), cancellationToken);
        if (rows > 0)
            Log.PasskeySuspended(logger, passkey.Id, model, status);
        return rows;
    }
}
