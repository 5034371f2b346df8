using Identity.Domain.Accounts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Verification;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Domain.Support.Desk;

/// <summary>Finds what a code leads to: a verification that waits for a desk, or a visit that a caller was asked for.</summary>
public sealed class DeskCodes(IDatabase database, Verifications verifications, CallerVisits visits, AccountStore accounts, TimeProvider clock)
{
    /// <summary>The verifier whose results a desk brings.</summary>
    internal const string Verifier = "in-person";

    internal async Task<DeskCase?> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        if (await verifications.WaitingAsync(Verifier, typed, cancellationToken) is { } run)
            return Of(run);
        return visits.HashOf(typed) is { } hash ? await VisitAsync(VisitStatements.ByCode, ("code", hash), cancellationToken) : null;
    }

    /// <returns>Null when it is over, or goes on by another code.</returns>
    internal async Task<DeskCase?> AgainAsync(DeskSubject subject, Guid id, int version, Guid account, CancellationToken cancellationToken)
    {
        if (subject is DeskSubject.Visit)
            return await VisitAsync(VisitStatements.Waiting, ("id", id), cancellationToken);
        return await verifications.FindAsync(id, new RunHolder.Desk(account), cancellationToken) is { } run && run.Version == version ? Of(run) : null;
    }

    /// <summary>Brings what was found to the verifier.</summary>
    internal Task<RunOutcome> DeliverAsync(DeskCase found, string by, DeskFinding finding, CancellationToken cancellationToken) =>
        verifications.DeliverAsync(Verifier, found.Handle, by, finding.ToValues(), cancellationToken);

    private DeskCase? Of(VerificationRun run) => run.Step is VerificationStep.Wait { Handle: { } handle } wait && wait.Until > clock.GetUtcNow()
        ? new(DeskSubject.Proof, run.Id, run.Version, run.About, wait.Values) { Handle = handle }
        : null;

    private async Task<DeskCase?> VisitAsync(Statement statement, (string, object?) key, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(read => read.FirstAsync(statement, row => (Id: row.GetGuid(0), Account: row.GetGuid(1), Staff: row.GetGuid(2)),
            key, ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
        if (found.Id == default || await accounts.ClaimsAsync(found.Account, cancellationToken) is not { } claims)
            return null;
        return new(DeskSubject.Visit, found.Id, 0, found.Account, new (string Name, string? Value)[]
        {
            (ClaimNames.GivenName, claims.GivenName), (ClaimNames.FamilyName, claims.FamilyName),
            (ClaimNames.BirthDate, claims.BirthDate?.Iso), (ClaimNames.Address, claims.Address?.OnLetter(null)),
        }.Where(claim => claim.Value is not null).ToDictionary(claim => claim.Name, claim => claim.Value!)) // Filtered just before.
        {
            AskedBy = found.Staff,
        };
    }
}
