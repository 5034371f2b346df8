using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Domain.Support.Verification;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Actions;

/// <summary>
/// What an agent does for a caller. What can do no harm is done at once; what could take an account over is asked for here, and
/// <see cref="SecondEyes"/> and then <see cref="AgreedChanges"/> decide it. Whatever is done, its owner is told by every contact there is and was.
/// </summary>
public sealed class SupportActions
{
    /// <summary>How long a request waits for the colleague who was drawn.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    private readonly Ledger _ledger;
    private readonly AccountFiles _files;
    private readonly CallerChecks _checks;
    private readonly StaffSessions _sessions;
    private readonly RoleTable _roles;
    private readonly IOptions<SupportOptions> _options;
    private readonly TimeProvider _clock;

    /// <summary>Stands on the rooms beside it.</summary>
    public SupportActions(Ledger ledger, AccountFiles files, CallerChecks checks, StaffSessions sessions, RoleTable roles, IOptions<SupportOptions> options, TimeProvider clock) =>
        (_ledger, _files, _checks, _sessions, _roles, _options, _clock) = (ledger, files, checks, sessions, roles, options, clock);

    private sealed record Asked(ActOutcome Outcome, bool IsStored);

    /// <summary>Does it, or asks a colleague who is drawn.</summary>
    /// <param name="session">Who acts, with a passkey that was used just now.</param>
    /// <param name="look">What keeps the account open to them.</param>
    /// <param name="asked">What, to which of several, and why in their words.</param>
    /// <param name="issuer">Where citizens' pages are, for the link that stops it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ActOutcome> ActAsync(StaffSession session, Guid look, ActionRequest asked, Uri issuer, CancellationToken cancellationToken)
    {
        if (!session.May(Permission.Act) || !_sessions.IsFresh(session) || await _files.FindAsync(session, look, cancellationToken) is not { } account)
            return new ActOutcome.Over();
        if (!ActionRules.NeedsSecond(asked.Action))
            return await DoAsync(session, account, asked, cancellationToken);
        if (!ActionRules.IsMet(asked.Action, await _checks.PlanAsync(session, look, asked.CannotSignIn, cancellationToken)))
            return new ActOutcome.CallerUnknown();
        return await AskAsync(session, look, account, asked, issuer, cancellationToken);
    }

    private async Task<ActOutcome> DoAsync(StaffSession session, FiledAccount account, ActionRequest asked, CancellationToken cancellationToken)
    {
        var done = await _ledger.RecordAsync(write => ActionEffects.ApplyAsync(write, account.Id, asked.Action, asked.Target, Now),
            changed => changed ? SupportRecords.With(session.Staff, account.Id, AuditEvents.SupportActed, asked.Words, [Told(account.Id, asked.Action)], ("action", asked.Action.ToString())) : Recorded.Nothing,
            cancellationToken);
        return done ? new ActOutcome.Done() : new ActOutcome.Nothing();
    }

    private async Task<ActOutcome> AskAsync(StaffSession session, Guid look, FiledAccount account, ActionRequest asked, Uri issuer, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var notice = new Notice(account.Id, SupportMessages.ChangeAsked)
        {
            To = NoticeAudience.EverywhereAndFormer,
            Values = new Dictionary<string, string>
            {
                ["hours"] = $"{(int)_options.Value.CoolingOff.TotalHours}",
                ["link"] = new Uri(issuer, "stop-change/" + token).ToString(),
            },
        };
        var result = await _ledger.RecordAsync(write => StoreAsync(write, session, look, account, asked, token),
            stored => stored.IsStored
                ? SupportRecords.With(session.Staff, account.Id, AuditEvents.SupportRequested, asked.Words, [notice], ("action", asked.Action.ToString()), ("approver", ((ActOutcome.Drawn)stored.Outcome).Sign))
                : Recorded.Nothing, cancellationToken);
        return result.Outcome;
    }

    private async ValueTask<Asked> StoreAsync(IStatements write, StaffSession session, Guid look, FiledAccount account, ActionRequest asked, string token)
    {
        var now = _clock.GetUtcNow();
        var onLine = (await write.ListAsync(RequestStatements.OnLine, row => (Id: row.GetGuid(0), Sign: row.GetString(1), Role: row.GetString(2)),
            ("but", session.Staff.Id), ("account", account.Id), ("now", Now), ("lately", (now - Lately).ToUnixTimeMilliseconds()))).Where(each => _roles.Of(each.Role).Contains(Permission.Approve)).ToList();
        if (onLine.Count == 0)
            return new Asked(new ActOutcome.NobodyOnLine(), false);

        // Drawn, so that nobody chooses who agrees with them.
        var drawn = onLine[RandomNumberGenerator.GetInt32(onLine.Count)];
        // Of a caller who may be forced everything looks the same, and nothing is ever decided.
        var forced = await write.FirstAsync(LookupStatements.IsForced, row => row.GetInt32(0), ("id", look)) == 1;
        var stored = await write.ExecuteAsync(RequestStatements.Insert, ("id", Guid.CreateVersion7(now)), ("look", look), ("account", account.Id), ("action", asked.Action.ToString()),
            ("target", asked.Target), ("by", session.Staff.Id), ("approver", drawn.Id), ("status", forced ? "Closed" : "Waiting"), ("stop", Hash(token)),
            ("now", Now), ("until", (now + Waits).ToUnixTimeMilliseconds()));
        return stored == 0 ? new Asked(new ActOutcome.Nothing(), false) : new Asked(new ActOutcome.Drawn(drawn.Sign), !forced);
    }

    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static Notice Told(Guid account, SupportAction action) => new(account, action switch
    {
        SupportAction.SendHelp => SupportMessages.Help,
        SupportAction.Freeze => AccountMessages.AccountHeld,
        _ => SupportMessages.SignedOut,
    })
    { To = action is SupportAction.SendHelp ? NoticeAudience.Owner : NoticeAudience.EverywhereAndFormer };

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();
}
