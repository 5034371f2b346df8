using System.Data.Common;
using Identity.Domain.Accounts;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>The citizen as authenticators show them (WebAuthn §5.4.3).</summary>
internal sealed record UserEntity(byte[] Handle, string Name, string DisplayName)
{
    public static UserEntity Of(DbDataReader row) => Of(AccountClaims.Of(row));

    public static UserEntity Of(EmailAddress email, byte[] subjectSeed) =>
        new(UserHandle.Of(subjectSeed), email.Spelling, email.Spelling);

    private static UserEntity Of(AccountClaims claims)
    {
        var name = claims.Email ?? claims.SignInId ?? claims.PhoneNumber ?? "";
        return new(UserHandle.Of(claims.SubjectSeed), name, claims.Name ?? name);
    }
}
