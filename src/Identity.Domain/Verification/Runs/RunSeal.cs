using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Verification.Runs;

/// <summary>Seals what a verification is about, and makes the keys by which it, its owner and its results are known to others.</summary>
internal sealed class RunSeal(IDataProtectionProvider protection, InstanceSecrets secrets)
{
    public const string Purpose = "Identity.Verifications";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    private sealed record Contents(RunPurpose Purpose, IReadOnlyDictionary<string, string> Details, string State, VerificationStep? Step)
    {
        public Guid? Recovers { get; init; }
        public IReadOnlyList<HeldEvidence>? Found { get; init; }
        public bool IsDoubted { get; init; }
    }

    public byte[] Seal(VerificationRun run) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Contents(run.Purpose, run.Details, run.State, run.Step)
    {
        Recovers = run.Recovers,
        Found = run.Found,
        IsDoubted = run.IsDoubted,
    }));

    public VerificationRun Read(DbDataReader row)
    {
        var contents = JsonSerializer.Deserialize<Contents>(_protector.Unprotect((byte[])row[4])) ?? throw new InvalidOperationException("A verification holds nothing.");
        return new VerificationRun
        {
            Id = row.GetGuid(0),
            Account = row.GetGuid(1),
            Verifier = row.GetString(2),
            Status = Enum.Parse<RunStatus>(row.GetString(3)),
            Purpose = contents.Purpose,
            Details = contents.Details,
            State = contents.State,
            Step = contents.Step,
            Version = row.GetInt32(5),
            Reason = row.IsDBNull(6) ? null : Enum.Parse<RefusalReason>(row.GetString(6)),
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
            Device = row.IsDBNull(10) ? null : (byte[])row[10],
            Recovers = contents.Recovers,
            Found = contents.Found ?? [],
            IsDoubted = contents.IsDoubted,
        };
    }

    /// <summary>Somebody, by a key that one verifier alone knows them by.</summary>
    public string Person(string verifier, string somebody) => Convert.ToHexStringLower(Hash("person", verifier, somebody));

    /// <summary>What a browser brings back.</summary>
    public byte[] Callback(string state) => Hash("callback", state);

    /// <summary>What whoever brings a result names a verification by, however they type it.</summary>
    public byte[] Handle(string verifier, string handle)
    {
        var letters = string.Concat(handle.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Hash("handle", verifier, CopiedText.Read(letters, letters.Length) ?? letters);
    }

    /// <summary>The code that takes a verification to another device.</summary>
    public byte[] Handoff(string code) => Hash("handoff", code);

    /// <summary>What that device shows.</summary>
    public byte[] Device(string key) => Hash("device", key);

    /// <summary>What the browser of somebody who wants back into an account shows.</summary>
    public byte[] Recovery(string journey) => Hash("recovery", journey);

    /// <summary>
    /// Whoever wants back into an account, while nobody knows whether it is theirs: the same each time, so that what a verifier
    /// counts adds up, and never the account, so that nothing of it is used up.
    /// </summary>
    public Guid Claimant(Guid account) => new(Hash("claimant", account.ToString("N")).AsSpan(0, 16));

    private byte[] Hash(params string[] parts) => HMACSHA256.HashData(secrets.Get("verifications"), Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
