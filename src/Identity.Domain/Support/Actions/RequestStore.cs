using System.Security.Cryptography;
using Identity.Domain.Storage;
using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Actions;

/// <summary>A request as it was stored, in its case; without a case when it was not, or is for nobody to decide.</summary>
internal sealed record StoredRequest(ActOutcome Outcome, OpenedCase? Case);

/// <summary>Draws the colleague who decides, and keeps what is asked in a case.</summary>
public sealed class RequestStore(RoleTable roles, Corrections.Corrections corrections, CaseWork cases, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    internal async ValueTask<StoredRequest> StoreAsync(IStatements write, StaffSession session, Guid look, FiledAccount account, ActionRequest asked, byte[] stop)
    {
        var now = clock.GetUtcNow();
        var onLine = (await write.ListAsync(RequestStatements.OnLine, row => (Id: row.GetGuid(0), Sign: row.GetString(1), Role: row.GetString(2)),
            ("but", session.Staff.Id), ("account", account.Id), ("now", Now), ("lately", (now - Lately).ToUnixTimeMilliseconds()))).Where(each => roles.Of(each.Role).Contains(Permission.Approve)).ToList();
        if (onLine.Count == 0)
            return new(new ActOutcome.NobodyOnLine(), null);

        // Drawn, so that nobody chooses who agrees with them.
        var drawn = onLine[RandomNumberGenerator.GetInt32(onLine.Count)];
        // Of a caller who may be forced everything looks the same, and nothing is ever decided.
        var forced = await write.FirstAsync(LookupStatements.IsForced, row => row.GetInt32(0), ("id", look)) == 1;
        var id = Guid.CreateVersion7(now);
        if (await CaseWork.OfLookAsync(write, look) is { IsClosed: true })
            return new(new ActOutcome.CaseClosed(), null);
        if (await write.ExecuteAsync(RequestStatements.Insert, ("id", id), ("look", look), ("account", account.Id), ("action", asked.Action.ToString()),
            ("target", asked.Target), ("by", session.Staff.Id), ("approver", drawn.Id), ("status", forced ? "Closed" : "Waiting"), ("stop", stop),
            ("now", Now), ("until", (now + ChangeRequests.Waits).ToUnixTimeMilliseconds())) == 0)
            return new(new ActOutcome.Nothing(), null);
        if (forced)
            return new(new ActOutcome.Drawn(drawn.Sign), null);

        var own = await cases.OfRequestAsync(write, session, look, account.Id, asked.Action, asked.Words);
        await write.ExecuteAsync(CaseStatements.TieRequest, ("id", own.Id), ("request", id));
        if (asked.Correction is { } correction)
            await corrections.KeepAsync(write, id, correction);
        return new(new ActOutcome.Drawn(drawn.Sign), own);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
