using System.Formats.Cbor;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>An attestation object (§6.5.4): authenticator data, and a statement about it in a format of its own.</summary>
internal sealed record AttestationObject(string Format, ReadOnlyMemory<byte> Statement, AuthenticatorData Data)
{
    private const int MostBytes = 49_152;

    /// <exception cref="WebAuthnException">It is none.</exception>
    public static AttestationObject Parse(byte[] bytes)
    {
        WebAuthnException.Unless(bytes.Length <= MostBytes, WebAuthnError.TooLarge);
        return CborText.Read(bytes, Read);
    }

    private static AttestationObject Read(CborReader reader)
    {
        string? format = null;
        ReadOnlyMemory<byte>? statement = null;
        byte[]? data = null;
        reader.ReadMap(name =>
        {
            switch (name)
            {
                case "fmt":
                    format = reader.ReadTextString();
                    break;
                case "attStmt":
                    statement = reader.ReadEncodedValue();
                    break;
                case "authData":
                    data = reader.ReadByteString();
                    break;
                default:
                    throw WebAuthnException.Malformed();
            }
        });
        return format is not null && statement is { } found && data is not null
            ? new(format, found, AuthenticatorData.Parse(data))
            : throw WebAuthnException.Malformed();
    }
}
