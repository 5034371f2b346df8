using System.Data.Common;
using Identity.Domain.Accounts;

namespace Identity.Domain.Contacts;

/// <summary>What an account says of the ways to its owner, but for the telephones.</summary>
/// <param name="Email">Its e-mail address.</param>
/// <param name="EmailBounces">Whether mail to it came back.</param>
/// <param name="Letter">Its postal address with its owner's name, a line a line.</param>
/// <param name="Locale">The language its owner reads.</param>
internal sealed record ReachableAccount(string? Email, bool EmailBounces, string? Letter, string Locale)
{
    public static ReachableAccount Of(DbDataReader row)
    {
        var address = row.IsDBNull(4) ? null : PostalAddress.FromJson(row.GetString(4))?.OnLetter(row.IsDBNull(3) ? null : row.GetString(3));
        return new(row.IsDBNull(0) ? null : row.GetString(0), !row.IsDBNull(1), address, row.GetString(2));
    }

    /// <summary>Never a contact: this text may find its way into a log.</summary>
    public override string ToString() => nameof(ReachableAccount);
}
