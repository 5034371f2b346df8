using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Journeys;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;

namespace Identity.Web.Pages.Backup;

/// <summary>
/// Keeps new codes until their owner has saved them, half an hour at most. They are sealed, and open for the browser and the
/// session that asked for them.
/// </summary>
internal sealed class BackupSheets(JourneyStore journeys)
{
    private const string Kind = "backup-codes";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    internal sealed record Sheet(Guid Session, IReadOnlyList<string> Codes, DateTimeOffset MadeAt)
    {
        /// <summary>What they sign in with when their e-mail address is not at hand, or when they have none.</summary>
        public string? SignInId { get; init; }

        /// <summary>The journey that goes on when it is saved.</summary>
        public string? Then { get; init; }
    }

    /// <returns>The key under which they can be seen.</returns>
    public async Task<string> KeepAsync(HttpContext context, Session session, BackupCodeList list, string? signInId, string? then = null)
    {
        var sheet = new Sheet(session.Id, [.. list.Codes.Select(code => code.Grouped)], list.MadeAt) { SignInId = signInId, Then = then };
        return (await journeys.BeginAsync(Kind, BrowserSession.Bind(context), sheet, Life, context.RequestAborted)).Key;
    }

    /// <returns>Null when they have been saved, or are somebody else's.</returns>
    public async Task<Sheet?> FindAsync(HttpContext context, Session session, string key) =>
        await journeys.FindAsync<Sheet>(Kind, key, BrowserSession.Bound(context), context.RequestAborted) is { State: var sheet } && sheet.Session == session.Id
            ? sheet
            : null;

    /// <returns>Whether they could be seen until now.</returns>
    public Task<bool> ForgetAsync(string key, CancellationToken cancellationToken) => journeys.EndAsync(Kind, key, cancellationToken);
}
