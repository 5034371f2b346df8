using System.Diagnostics;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Holds;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Actions;

/// <summary>What one agent does at once, since it can do no harm: it tells, or it closes for a while.</summary>
public sealed class PromptActions(Ledger ledger, SupportHolds holds, UndeliveredMessages undelivered, TimeProvider clock)
{
    internal async Task<ActOutcome> DoAsync(StaffSession session, Guid look, FiledAccount account, ActionRequest asked, CancellationToken cancellationToken)
    {
        var done = await ledger.RecordAsync(async write => await CaseWork.OfLookAsync(write, look) is { IsClosed: true }
                ? new ActOutcome.CaseClosed()
                : await ApplyAsync(write, account.Id, asked) ? new ActOutcome.Done() : (ActOutcome)new ActOutcome.Nothing(),
            outcome => outcome is ActOutcome.Done ? SupportRecords.With(session.Staff, account.Id, AuditEvents.SupportActed, asked.Words, Told(account.Id, asked.Action), ("action", asked.Action.ToString())) : Recorded.Nothing,
            cancellationToken);
        if (done is ActOutcome.Done && asked.Action is SupportAction.Resend)
            undelivered.Wake();
        return done;
    }

    private async ValueTask<bool> ApplyAsync(IStatements write, Guid account, ActionRequest asked)
    {
        switch (asked.Action)
        {
            case SupportAction.SendHelp:
                return true;
            case SupportAction.Resend:
                return asked.Target is { } message && await undelivered.ResendAsync(write, account, message);
            case SupportAction.SignOut:
                await SignOutAsync(write, account);
                return true;
            case SupportAction.Freeze:
                return await holds.PauseAsync(write, account);
            case SupportAction.RenewPause:
                return await holds.RenewAsync(write, account);
            default:
                throw new UnreachableException();
        }
    }

    private async ValueTask SignOutAsync(IStatements write, Guid account)
    {
        await SessionEndings.EndOthersAsync(write, account, Guid.Empty, clock.GetUtcNow());
        await write.ExecuteAsync(TrustedDevices.Forget, ("account", account));
    }

    private IReadOnlyList<Notice> Told(Guid account, SupportAction action) => action switch
    {
        // The message itself tells.
        SupportAction.Resend => [],
        SupportAction.SendHelp => [new(account, SupportMessages.Help)],
        SupportAction.SignOut => [new(account, SupportMessages.SignedOut) { To = NoticeAudience.EverywhereAndFormer }],
        _ => [new(account, SupportMessages.Paused)
        {
            To = NoticeAudience.EverywhereAndFormer,
            Values = new Dictionary<string, string> { ["when"] = SupportHolds.Moment(holds.PauseEnd) },
        }],
    };
}
