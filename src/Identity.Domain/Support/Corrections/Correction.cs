using System.Text.Json;
using Identity.Domain.Accounts;

namespace Identity.Domain.Support.Corrections;

/// <summary>What somebody of staff has seen before a detail is corrected.</summary>
public enum EvidenceKind
{
    Passport,
    DrivingLicence,
    IdentityCard,

    /// <summary>A certificate of birth, marriage or civil partnership, or another of a register.</summary>
    Certificate,

    /// <summary>A deed poll, or an order of a court.</summary>
    Deed,

    /// <summary>A letter of a public body.</summary>
    OfficialLetter,

    /// <summary>No document: the caller has shown that the account is theirs, and that suffices for a contact.</summary>
    CallerCheck,
}

/// <summary>A detail as it should be, and what was seen for it.</summary>
public sealed record Correction(EvidenceKind Evidence)
{
    /// <summary>The name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The date of birth.</summary>
    public BirthDate? Born { get; init; }

    /// <summary>The e-mail address.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Never a value: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(Correction)} {Evidence}";

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new Stored(Name?.Given, Name?.Family, Born?.Iso, Email?.Spelling));

    internal static Correction Of(byte[] bytes, EvidenceKind evidence)
    {
        var stored = JsonSerializer.Deserialize<Stored>(bytes) ?? throw new InvalidOperationException("A row of corrections holds none.");
        return new(evidence)
        {
            Name = PersonName.FromStored(stored.Given, stored.Family),
            Born = BirthDate.FromStored(stored.Born),
            Email = stored.Email is { } email ? EmailAddress.Parse(email) : null,
        };
    }

    private sealed record Stored(string? Given, string? Family, string? Born, string? Email);
}
