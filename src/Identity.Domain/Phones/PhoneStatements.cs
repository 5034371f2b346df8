using Identity.Domain.Storage;

namespace Identity.Domain.Phones;

internal static class PhoneStatements
{
    private const string SignedIn = "EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)";

    public static readonly Statement List = new("phones.list",
        "SELECT id, number, takes_texts, added_at, confirmed_at, unreachable_at FROM phones WHERE account_id = @account ORDER BY added_at, id");

    public static readonly Statement Owners = new("phones.owners", "SELECT account_id FROM phones WHERE number = @number ORDER BY added_at, id");

    public static readonly Statement Count = new("phones.count", "SELECT COUNT(*) FROM phones WHERE account_id = @account AND number <> @number");

    /// <summary>Only while the session that asks is alive. A number that is there already is confirmed once more.</summary>
    public static readonly Statement Add = new("phones.add",
        $"""
        INSERT INTO phones (id, account_id, number, takes_texts, added_at, confirmed_at)
        SELECT @id, @account, @number, @texts, @now, @now WHERE {SignedIn}
        ON CONFLICT (account_id, number) DO UPDATE SET confirmed_at = @now, unreachable_at = NULL
        RETURNING id
        """);

    public static readonly Statement Confirmed = new("phones.confirmed",
        "UPDATE phones SET confirmed_at = @now, unreachable_at = NULL WHERE number = @number AND account_id = @account");

    public static readonly Statement Remove = new("phones.remove",
        $"DELETE FROM phones WHERE id = @id AND account_id = @account AND {SignedIn} RETURNING number");

    /// <summary>The number that applications are told is the one held longest.</summary>
    public static readonly Statement Tell = new("phones.tell",
        """
        UPDATE accounts SET updated_at = @now, concurrency_stamp = @stamp,
            phone_number = (SELECT number FROM phones WHERE account_id = @account ORDER BY added_at, id LIMIT 1),
            phone_number_confirmed = EXISTS (SELECT 1 FROM phones WHERE account_id = @account)
        WHERE id = @account
        """);

    /// <summary>Those added after some time, as when their owner gets an account back.</summary>
    public static readonly Statement RemoveSince = new("phones.remove-since",
        "DELETE FROM phones WHERE account_id = @account AND added_at > @since RETURNING number, takes_texts");
}
