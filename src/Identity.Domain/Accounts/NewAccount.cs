using Identity.Domain.SignInIds;

namespace Identity.Domain.Accounts;

/// <summary>What an account begins with.</summary>
/// <param name="Email">An address that its owner has shown to read; null with a sign-in ID in its place.</param>
public sealed record NewAccount(EmailAddress? Email)
{
    /// <summary>A sign-in ID, for whoever has no address.</summary>
    public SignInId? SignInId { get; init; }

    /// <summary>Name, when it was asked for.</summary>
    public PersonName? Name { get; init; }

    /// <summary>Date of birth, when it was asked for.</summary>
    public BirthDate? BirthDate { get; init; }

    /// <summary>Postal address, when it was asked for.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Telephone number in E.164, which its owner has shown to answer.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Language of the pages it was created on.</summary>
    public string Locale { get; init; } = "en";
}
