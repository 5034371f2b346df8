using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Domain.BackChannelLogout;

internal static class LogoutStatements
{
    /// <summary>
    /// A row for each client with a logout URI that a session shared with which ended just now (OpenID Connect Back-Channel
    /// Logout §2.3), also where the grant was revoked before: the client's own session may go on. A client that was told
    /// nothing of a session, because it did not ask for <c>openid</c>, is left alone.
    /// </summary>
    public static readonly Statement Queue = new("logout-deliveries.queue",
        $"""
        INSERT INTO logout_deliveries (session_id, client_id, account_id, subject, ended_at, due_at, expires_at, attempts)
        SELECT DISTINCT {SessionSharing.Told}, grants.client_id, grants.account_id, grants.subject,
            @now, @now, @expires, 0
        FROM grants JOIN sessions ON sessions.id = grants.session_id JOIN clients ON clients.client_id = grants.client_id
        WHERE grants.account_id = @account AND sessions.ended_at = @now AND clients.backchannel_logout_uri IS NOT NULL
            AND {SessionSharing.TellsWho}
        ON CONFLICT (session_id, client_id) DO NOTHING
        """);

    /// <summary>
    /// Takes what is due for a while, so that no two nodes tell one client at the same time. Clients that this node is busy
    /// with are left out, so that none who hangs keeps the others waiting.
    /// </summary>
    public static readonly Statement Lease = new("logout-deliveries.lease",
        sqlite: $"""
            UPDATE logout_deliveries SET due_at = @until
            WHERE (session_id, client_id) IN (
                SELECT session_id, client_id FROM logout_deliveries
                WHERE due_at <= @now AND instr(@busy, ' ' || client_id || ' ') = 0 ORDER BY due_at LIMIT 20)
            RETURNING {Leased}
            """,
        postgres: $"""
            UPDATE logout_deliveries SET due_at = @until
            WHERE (session_id, client_id) IN (
                SELECT session_id, client_id FROM logout_deliveries
                WHERE due_at <= @now AND strpos(@busy, ' ' || client_id || ' ') = 0 ORDER BY due_at LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING {Leased}
            """);

    private const string Leased = "session_id, client_id, account_id, subject, expires_at, attempts";

    public static readonly Statement AnyDue = new("logout-deliveries.any-due", "SELECT 1 FROM logout_deliveries WHERE due_at <= @now LIMIT 1");

    public static readonly Statement Settle = new("logout-deliveries.settle",
        """
        UPDATE logout_deliveries SET due_at = NULL, settled_at = @now, ending = @ending, status = @status, error = @error
        WHERE session_id = @session AND client_id = @client AND due_at IS NOT NULL
        """);

    /// <summary>What was wrong the last time stays.</summary>
    public static readonly Statement GiveUp = new("logout-deliveries.give-up",
        """
        UPDATE logout_deliveries SET due_at = NULL, settled_at = @now, ending = @ending
        WHERE session_id = @session AND client_id = @client AND due_at IS NOT NULL RETURNING status, error
        """);

    public static readonly Statement Postpone = new("logout-deliveries.postpone",
        """
        UPDATE logout_deliveries SET due_at = CASE WHEN expires_at < @due THEN expires_at ELSE @due END, attempts = attempts + 1, status = @status, error = @error
        WHERE session_id = @session AND client_id = @client AND due_at IS NOT NULL
        """);

    /// <summary>What waits for a client that failed just now waits a little longer.</summary>
    public static readonly Statement Rest = new("logout-deliveries.rest",
        "UPDATE logout_deliveries SET due_at = @until WHERE client_id = @client AND due_at < @until");

    /// <summary>Leased, and not tried.</summary>
    public static readonly Statement PutBack = new("logout-deliveries.put-back",
        "UPDATE logout_deliveries SET due_at = @until WHERE session_id = @session AND client_id = @client AND due_at IS NOT NULL");

    public static readonly Statement Waiting = new("logout-deliveries.waiting", "SELECT COUNT(*) FROM logout_deliveries WHERE due_at IS NOT NULL");

    public static readonly Statement OfAccount = new("logout-deliveries.of-account",
        """
        SELECT client_id, ended_at, ending, settled_at, attempts, status, error FROM logout_deliveries
        WHERE account_id = @account ORDER BY ended_at DESC, client_id LIMIT 100
        """);

    /// <summary>Receipts outlive their time by a day, for whoever asks what happened; the audit keeps what came of them.</summary>
    public static readonly Statement Prune = Expiry.Batch("logout_deliveries", "session_id, client_id", "expires_at");
}
