namespace Identity.Domain.Consent;

/// <summary>What a citizen decides on as one thing, and the OpenID Connect claims (Core §5.1) that travel with it.</summary>
/// <param name="Name">Its name in a registration's <c>consent.claims</c>.</param>
/// <param name="Scope">The scope that asks for it (Core §5.4).</param>
/// <param name="Claims">The claims it stands for.</param>
public sealed record SharedItem(string Name, string Scope, IReadOnlyList<string> Claims)
{
    public static IReadOnlyList<SharedItem> All { get; } =
    [
        new("name", "profile", ["name", "given_name", "family_name"]),
        new("birthdate", "profile", ["birthdate"]),
        new("locale", "profile", ["locale"]),
        new("email", "email", ["email", "email_verified"]),
        new("phone_number", "phone", ["phone_number", "phone_number_verified"]),
        new("address", "address", ["address"]),
    ];
}
