using Identity.Domain.Storage;

namespace Identity.Domain.Contacts;

internal static class ReachStatements
{
    public static readonly Statement PruneFormer = Expiry.Batch("former_contacts", "id", "removed_at");

    public static readonly Statement Account = new("reach.account",
        "SELECT email, email_unreachable_at, locale, full_name, address FROM accounts WHERE id = @account");

    /// <summary>Those that take texts first.</summary>
    public static readonly Statement Numbers = new("reach.numbers",
        "SELECT number, takes_texts FROM phones WHERE account_id = @account AND unreachable_at IS NULL ORDER BY takes_texts DESC, added_at, id");

    public static readonly Statement Former = new("reach.former",
        "SELECT channel, sealed FROM former_contacts WHERE account_id = @account AND removed_at > @since");

    public static readonly Statement Remember = new("reach.remember",
        "INSERT INTO former_contacts (id, account_id, channel, sealed, removed_at) VALUES (@id, @account, @channel, @sealed, @now)");

    /// <summary>Tells whose it is, so that they hear of it another way; nothing changes when it is known already.</summary>
    public static readonly Statement EmailBounced = new("reach.email-bounced",
        "UPDATE accounts SET email_unreachable_at = @now WHERE normalized_email = @key AND email_unreachable_at IS NULL RETURNING id");

    public static readonly Statement EmailArrived = new("reach.email-arrived",
        "UPDATE accounts SET email_unreachable_at = NULL WHERE normalized_email = @key AND email_unreachable_at IS NOT NULL");

    public static readonly Statement NumberUnreachable = new("reach.number-unreachable",
        "UPDATE phones SET unreachable_at = @now WHERE number = @number AND unreachable_at IS NULL RETURNING account_id");

    public static readonly Statement NumberReached = new("reach.number-reached",
        "UPDATE phones SET reached_at = @now, unreachable_at = NULL WHERE number = @number");
}
