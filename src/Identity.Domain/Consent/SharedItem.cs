namespace Identity.Domain.Consent;

/// <summary>What a citizen decides on as one thing, and the OpenID Connect claims (Core §5.1) that travel with it.</summary>
/// <param name="Name">Its name in a registration's <c>consent.claims</c>.</param>
/// <param name="Scope">The scope that asks for it (Core §5.4).</param>
/// <param name="Claims">The claims it stands for.</param>
public sealed record SharedItem(string Name, string Scope, IReadOnlyList<string> Claims)
{
    /// <summary>The item by which somebody lets an application know how they were checked (OpenID Connect for Identity Assurance §5.4).</summary>
    public const string Evidence = "evidence";

    /// <summary>The ages that an application may ask whether somebody has reached, without the date of their birth.</summary>
    public static IReadOnlyList<int> Ages { get; } = [13, 16, 18, 21, 65];

    public static IReadOnlyList<SharedItem> All { get; } =
    [
        new("name", "profile", ["name", "given_name", "family_name"]),
        new("birthdate", "profile", ["birthdate"]),
        new("locale", "profile", ["locale"]),
        new("email", "email", ["email", "email_verified"]),
        new("phone_number", "phone", ["phone_number", "phone_number_verified"]),
        new("address", "address", ["address"]),
        new("nhs_number", "nhs_number", ["nhs_number"]),
        // Nothing but verified_claims asks for it: how somebody was checked means nothing without what was.
        new(Evidence, "", []),
        .. Ages.Select(age => new SharedItem(AgeOver(age), AgeOver(age), [AgeOver(age)])),
    ];

    /// <summary>The name of the item, and of its one claim, by which somebody says that they have reached an age.</summary>
    public static string AgeOver(int years) => FormattableString.Invariant($"age_over_{years}");

    /// <summary>Whether it is needed to tell one of these claims.</summary>
    public bool IsAmong(IReadOnlyCollection<string> claims) => Claims.Any(claims.Contains) || (Name == Evidence && claims.Contains(Evidence));
}
