using System.Data.Common;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>A credential as options name it (WebAuthn §5.8.3).</summary>
internal sealed record CredentialDescriptor(byte[] Id, string Transports, bool IsSuspended)
{
    public static CredentialDescriptor Of(DbDataReader row) => new((byte[])row[0], row.GetString(1), !row.IsDBNull(2));
}
