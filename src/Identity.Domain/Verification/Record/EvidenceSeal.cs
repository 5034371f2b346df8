using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Keys;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Verification.Record;

/// <summary>Seals what evidence says of a person, opens it, and makes the hashes by which one piece or one person is known again.</summary>
public sealed class EvidenceSeal(IDataProtectionProvider protection, InstanceSecrets secrets)
{
    internal const string Purpose = "Identity.Evidence";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    private sealed record Contents(IReadOnlyDictionary<string, string> Claims, IReadOnlyList<EvidenceCheck> Checks, string? Issuer);

    internal byte[] Seal(Evidence evidence) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Contents(evidence.Claims, evidence.Checks, evidence.Issuer)));

    internal HeldEvidence Read(DbDataReader row)
    {
        var contents = JsonSerializer.Deserialize<Contents>(_protector.Unprotect((byte[])row[10])) ?? throw new InvalidOperationException("Evidence holds nothing.");
        return new HeldEvidence
        {
            Id = row.GetGuid(0),
            Verifier = row.GetString(1),
            Type = Enum.Parse<EvidenceType>(row.GetString(2)),
            Kind = row.GetString(3),
            Piece = row.GetString(4),
            Scores = new(row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9)),
            Checks = contents.Checks,
            Claims = contents.Claims,
            Issuer = contents.Issuer,
            AddedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)),
            Expires = Time(row, 12),
            RevokedAt = Time(row, 13),
        };
    }

    /// <summary>What the evidence would be at an account that was given it.</summary>
    internal HeldEvidence Hold(string verifier, Evidence evidence, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Verifier = verifier,
        Type = evidence.Type,
        Kind = evidence.Kind,
        Piece = evidence.Number is { } number ? Convert.ToHexStringLower(Hash($"{evidence.Kind}|{Plain(number)}")) : $"{verifier} {evidence.Kind}",
        Scores = evidence.Scores,
        Checks = evidence.Checks,
        Claims = evidence.Claims,
        Issuer = evidence.Issuer,
        AddedAt = now,
        Expires = evidence.Expires,
    };

    /// <summary>What is of one person alone: the number of a document and each identifier, with their family names and birth date.</summary>
    internal IEnumerable<byte[]> Marks(Evidence evidence, IReadOnlyList<string> identifiers)
    {
        // Given names differ between records of one person.
        if (PersonDetails.Of(evidence.Claims)?.Key is not { } person)
            yield break;
        if (evidence.Number is { } number)
            yield return Hash($"mark|{person}|{evidence.Kind}|{Plain(number)}");
        foreach (var identifier in identifiers.Where(evidence.Claims.ContainsKey))
            yield return Hash($"mark|{person}|{identifier}|{Plain(evidence.Claims[identifier])}");
    }

    private byte[] Hash(string text) => HMACSHA256.HashData(secrets.Get("evidence"), Encoding.UTF8.GetBytes(text));

    private static string Plain(string number) => string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static DateTimeOffset? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
