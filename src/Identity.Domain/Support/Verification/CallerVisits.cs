using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Verification;

/// <summary>
/// A check for whoever has lost every contact: they get a code, take it to a desk with a document, and call again. It counts
/// for the account as long as the code would have worked. Safe for concurrent use.
/// </summary>
public sealed class CallerVisits(Ledger ledger, AccountFiles files, CallerChecks checks, InstanceSecrets secrets, IOptions<SupportOptions> options, TimeProvider clock)
{
    internal const int CodeLength = 8;

    /// <summary>Makes a code, where the system has chosen a visit; one that was made before works no more.</summary>
    /// <returns>The code, to be read out; null when no visit was chosen, or the look is over.</returns>
    public async Task<string?> AskAsync(StaffSession session, Guid look, bool cannotSignIn, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account
            || await checks.PlanAsync(session, look, cannotSignIn, cancellationToken) is not { } plan || plan.Checks.All(check => check.Kind is not CheckKind.Branch))
            return null;
        var code = CopiedText.Create(CodeLength);
        var now = clock.GetUtcNow();
        // Of a caller who may be forced everything looks the same, and their code leads nowhere.
        if (plan.Checks.All(check => !check.Done))
            await ledger.RecordAsync(async write =>
            {
                await write.ExecuteAsync(VisitStatements.Replace, ("account", account.Id), ("now", now.ToUnixTimeMilliseconds()));
                return await write.ExecuteAsync(VisitStatements.Insert, ("id", Guid.CreateVersion7(now)), ("account", account.Id), ("staff", session.Staff.Id), ("code", Hash(code)),
                    ("now", now.ToUnixTimeMilliseconds()), ("until", (now + options.Value.Visit).ToUnixTimeMilliseconds()));
            }, SupportRecords.Of(session.Staff, account.Id, AuditEvents.VisitAsked, null), cancellationToken);
        return CopiedText.Group(code, CodeLength / 2);
    }

    /// <summary>What a code is found by; null when it can be none.</summary>
    internal byte[]? HashOf(string? typed) => CopiedText.Read(typed, CodeLength) is { } code ? Hash(code) : null;

    private byte[] Hash(string code) => HMACSHA256.HashData(secrets.Get("support visits"), Encoding.UTF8.GetBytes(code));
}
