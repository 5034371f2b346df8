namespace Identity.Domain.Seeding;

/// <summary>The tables that a citizen who has used one application has a row in.</summary>
internal static class SeedTables
{
    public static readonly BulkInsert Accounts = new("accounts",
        ("id", "uuid"), ("subject_seed", "bytea"), ("email", "text"), ("normalized_email", "text"), ("email_confirmed", "boolean"),
        ("password_hash", "text"), ("security_stamp", "text"), ("concurrency_stamp", "text"), ("phone_number_confirmed", "boolean"),
        ("two_factor_enabled", "boolean"), ("given_name", "text"), ("family_name", "text"), ("full_name", "text"), ("birth_date", "text"),
        ("locale", "text"), ("created_at", "bigint"), ("updated_at", "bigint"));

    public static readonly BulkInsert Heads = new("audit_heads",
        ("subject", "text"), ("seq", "bigint"), ("hash", "bytea"), ("sealed_seq", "bigint"));

    public static readonly BulkInsert Links = new("audit_entries",
        ("subject", "text"), ("seq", "bigint"), ("at", "bigint"), ("event", "text"), ("payload", "text"), ("hash", "bytea"));

    public static readonly BulkInsert Disclosures = new("audit_disclosures",
        ("subject", "text"), ("seq", "bigint"), ("name", "text"), ("salt", "bytea"), ("value", "text"));

    public static readonly BulkInsert Consents = new("consents",
        ("account_id", "uuid"), ("client_id", "text"), ("scopes", "text"), ("claims", "text"), ("refused", "text"), ("given_at", "bigint"));

    public static readonly BulkInsert Sessions = new("sessions",
        ("id", "uuid"), ("key_hash", "bytea"), ("account_id", "uuid"), ("created_at", "bigint"), ("proofs", "text"), ("device", "text"),
        ("last_used_at", "bigint"), ("expires_at", "bigint"));

    public static readonly BulkInsert Grants = new("grants",
        ("id", "uuid"), ("account_id", "uuid"), ("client_id", "text"), ("session_id", "uuid"), ("subject", "text"), ("scopes", "text"),
        ("claims", "text"), ("resources", "text"), ("auth_time", "bigint"), ("amr", "text"), ("acr", "text"), ("offline", "integer"), ("generation", "integer"),
        ("created_at", "bigint"), ("redeemed_at", "bigint"), ("expires_at", "bigint"));
}
