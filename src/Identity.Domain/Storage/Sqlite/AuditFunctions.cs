using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>SQLite has no SHA-256, and its <c>||</c> makes text of blobs.</summary>
internal static class AuditFunctions
{
    public static void Register(SqliteConnection connection) =>
        connection.CreateFunction<byte[], string, byte[]>("chain_hash", Chain, isDeterministic: true);

    private static byte[] Chain(byte[] previous, string payload)
    {
        var bytes = new byte[previous.Length + Encoding.UTF8.GetByteCount(payload)];
        previous.CopyTo(bytes, 0);
        Encoding.UTF8.GetBytes(payload, bytes.AsSpan(previous.Length));
        return SHA256.HashData(bytes);
    }
}
