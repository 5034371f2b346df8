using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Organisations;

internal static class OrganisationStatements
{
    private const string Places =
        """
        SELECT organisations.id, organisations.name, organisations.created_at, organisation_members.account_id, organisation_members.role
        FROM organisation_members JOIN organisations ON organisations.id = organisation_members.organisation_id
        """;

    public static readonly Statement Insert = new("organisations.insert",
        "INSERT INTO organisations (id, name, created_by, created_at, turn) VALUES (@id, @name, @account, @now, 0)");

    public static readonly Statement CountCreated = new("organisations.count-created",
        "SELECT COUNT(*) FROM organisations WHERE created_by = @account AND created_at > @since");

    public static readonly Statement Rename = new("organisations.rename", "UPDATE organisations SET name = @name WHERE id = @id");

    /// <summary>Whoever changes who belongs to an organisation takes its row first, so that two never count its owners at once.</summary>
    public static readonly Statement Take = new("organisations.take", "UPDATE organisations SET turn = turn + 1 WHERE id = @id");

    public static readonly Statement Place = new("organisation-members.find", $"{Places} WHERE organisation_id = @id AND account_id = @account");

    public static readonly Statement PlacesOf = new("organisation-members.list-of", $"{Places} WHERE account_id = @account ORDER BY organisations.name, organisations.id");

    public static readonly Statement Join = new("organisation-members.insert",
        "INSERT INTO organisation_members (organisation_id, account_id, role, joined_at) VALUES (@id, @account, @role, @now) ON CONFLICT (organisation_id, account_id) DO NOTHING");

    public static readonly Statement Count = new("organisation-members.count", "SELECT COUNT(*) FROM organisation_members WHERE organisation_id = @id");

    public static readonly Statement Colleagues = new("organisation-members.list",
        """
        SELECT account_id, COALESCE(accounts.full_name, ''), COALESCE(accounts.email, accounts.user_name, ''), role, joined_at
        FROM organisation_members JOIN accounts ON accounts.id = account_id WHERE organisation_id = @id ORDER BY role DESC, joined_at, account_id
        """);

    private const string AnotherOwner =
        "(role <> @owner OR EXISTS (SELECT 1 FROM organisation_members AS others WHERE others.organisation_id = @id AND others.role = @owner AND others.account_id <> @account))";

    /// <summary>Only while somebody else owns it too, or they did not.</summary>
    public static readonly Statement SetRole = new("organisation-members.set-role",
        $"UPDATE organisation_members SET role = @role WHERE organisation_id = @id AND account_id = @account AND (@role = @owner OR {AnotherOwner})");

    /// <summary>The same.</summary>
    public static readonly Statement Leave = new("organisation-members.delete",
        $"DELETE FROM organisation_members WHERE organisation_id = @id AND account_id = @account AND {AnotherOwner}");

    public static readonly Statement Invite = new("organisation-invitations.insert",
        "INSERT INTO organisation_invitations (id, organisation_id, key_hash, email, role, expires_at) VALUES (@invitation, @id, @key, @email, @role, @until)");

    public static readonly Statement Invitations = new("organisation-invitations.list",
        "SELECT id, email, role, expires_at FROM organisation_invitations WHERE organisation_id = @id AND expires_at > @now ORDER BY id");

    public static readonly Statement Offer = new("organisation-invitations.find",
        """
        SELECT organisation_invitations.id, role, expires_at, organisations.id, organisations.name, organisations.created_at
        FROM organisation_invitations JOIN organisations ON organisations.id = organisation_id WHERE key_hash = @key AND expires_at > @now
        """);

    public static readonly Statement TakeOffer = new("organisation-invitations.take",
        "DELETE FROM organisation_invitations WHERE key_hash = @key AND expires_at > @now");

    public static readonly Statement Withdraw = new("organisation-invitations.delete",
        "DELETE FROM organisation_invitations WHERE id = @invitation AND organisation_id = @id");

    public static readonly Statement Prune = Expiry.Batch("organisation_invitations", "id", "expires_at");
}
