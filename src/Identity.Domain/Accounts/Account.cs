using Microsoft.AspNetCore.Identity;

namespace Identity.Domain.Accounts;

/// <summary>
/// A citizen's account, as ASP.NET Core Identity keeps one. Its id never leaves: every <c>sub</c> derives from
/// <see cref="SubjectSeed"/>. Read and written through <see cref="AccountStore"/>; credentials of other rooms through Identity.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Sixteen random bytes that the subjects given to applications derive from.</summary>
    public byte[] SubjectSeed { get; init; } = [];

    /// <summary>Given names.</summary>
    public string? GivenName { get; set; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; set; }

    /// <summary>Both in the order they are written in.</summary>
    public string? FullName { get; set; }

    /// <summary>Date of birth, as much as is known: <c>1984-02-29</c>, <c>1984-02</c> or <c>1984</c>.</summary>
    public string? BirthDate { get; set; }

    /// <summary>Postal address, as the JSON that applications are given.</summary>
    public string? Address { get; set; }

    /// <summary>Language the citizen reads.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>Since when nobody can sign in to it, or null.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Why; written by <see cref="AccountHolds"/>.</summary>
    public HoldReason? HoldReason { get; init; }

    /// <summary>Since when mail to its address comes back, or null.</summary>
    public DateTimeOffset? EmailUnreachableAt { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something that applications are told last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
