using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Screens;

/// <summary>What became of connecting an account to a caller's screen.</summary>
public enum JoinOutcome
{
    /// <summary>The caller is asked on their screen whether it was they who read the number out.</summary>
    Joined,

    /// <summary>No screen shows this number, or somebody has connected it already.</summary>
    Unknown,

    /// <summary>Enough numbers were tried today.</summary>
    TooMany,

    /// <summary>The look is over.</summary>
    Over,
}

/// <summary>
/// Ties an account to the screen of whoever calls: they read out the number that it shows, the agent types it, and they confirm on
/// that screen. No agent sees a code or a password of theirs, and what the screen may do is decided elsewhere. Safe for
/// concurrent use.
/// </summary>
public sealed class AttendedScreens(IDatabase database, Ledger ledger, AccountFiles files, DayBudgets budgets, InstanceSecrets secrets, TimeProvider clock)
{
    /// <summary>How long a number is shown.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // Of a million, with a hundred shown at once, an agent who guesses all day hits one in two hundred days; and that caller says no.
    private const int MostADay = 50;

    /// <summary>A new number for a screen; the one before it is of no use any more.</summary>
    /// <param name="journey">The key of the journey at that screen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string> ShowAsync(string journey, CancellationToken cancellationToken) => database.WriteAsync(async write =>
    {
        await write.ExecuteAsync(ScreenStatements.Forget, ("screen", Screen(journey)));
        var number = OneTimeCode.Create();
        while (await write.FirstAsync(ScreenStatements.IsTaken, row => row.GetInt32(0), ("number", number.Hash(Key, [])), ("now", Now)) == 1)
            number = OneTimeCode.Create();
        await write.ExecuteAsync(ScreenStatements.Insert, ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("screen", Screen(journey)),
            ("number", number.Hash(Key, [])), ("until", (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds()));
        return number.Digits;
    }, cancellationToken);

    /// <summary>An agent was told the number, connects the account they look at, and fills in what the caller tells them.</summary>
    public async Task<JoinOutcome> JoinAsync(StaffSession session, Guid look, string? typed, FilledIn filled, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return JoinOutcome.Over;
        if (OneTimeCode.Read(typed) is not CodeReading.Read(var number))
            return JoinOutcome.Unknown;
        return await ledger.RecordAsync(async write =>
        {
            if (await budgets.SpendAsync(write, "support-screen", session.Staff.Id.ToString("D"), MostADay) is LimitDecision.RetryAt)
                return JoinOutcome.TooMany;
            var joined = await write.FirstAsync(ScreenStatements.Join, row => (Guid?)row.GetGuid(0), ("number", number.Hash(Key, [])),
                ("account", account.Id), ("staff", session.Staff.Id),
                ("lost", filled.Lost.ToString()), ("has", (int)filled.Has), ("now", Now));
            return joined is null ? JoinOutcome.Unknown : JoinOutcome.Joined;
        }, outcome => outcome is JoinOutcome.Joined ? SupportRecords.Of(session.Staff, account.Id, AuditEvents.ScreenJoined, null) : Recorded.Nothing, cancellationToken);
    }

    /// <returns>What somebody has connected to this screen, which is to be confirmed, or null.</returns>
    public Task<JoinedScreen?> FindJoinedAsync(string journey, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.FirstAsync(ScreenStatements.FindJoined, ScreenRows.Joined, ("screen", Screen(journey)), ("now", Now)), cancellationToken);

    /// <summary>Whoever sits at the screen says that it was they, and that what was filled in is right.</summary>
    /// <returns>Null when nothing waits to be confirmed.</returns>
    public async Task<ConfirmedScreen?> ConfirmAsync(string journey, CancellationToken cancellationToken) => (await ledger.RecordAsync(
        write => write.FirstAsync(ScreenStatements.Confirm, ScreenRows.Confirmed, ("screen", Screen(journey)), ("now", Now)),
        taken => taken is null ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(taken.Screen.Account), AuditEvents.ScreenConfirmed)
        {
            Details = new Dictionary<string, string> { ["staff"] = taken.Staff.ToString("D"), ["lost"] = taken.Screen.Filled.Lost.ToString() },
        }), cancellationToken))?.Screen;

    private byte[] Key => secrets.Get("support screens");

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static byte[] Screen(string journey) => SHA256.HashData(Encoding.UTF8.GetBytes(journey));
}
