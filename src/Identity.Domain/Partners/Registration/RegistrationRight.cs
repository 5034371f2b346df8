namespace Identity.Domain.Partners.Registration;

/// <summary>By what right somebody registers a client, and what it may ask for.</summary>
/// <param name="Scopes">The scopes that it may have, separated by spaces.</param>
/// <param name="Actor">Who let it, for the audit.</param>
public sealed record RegistrationRight(string Scopes, string Actor)
{
    /// <summary>The initial access token that is spent, by its hash; null where none is needed.</summary>
    public byte[]? TokenHash { get; init; }

    /// <summary>Whose software statement says some of the metadata; null where none does.</summary>
    public string? StatementIssuer { get; init; }
}

/// <summary>What came of a registration.</summary>
public enum RegistrationOutcome
{
    Registered,

    /// <summary>Somebody else has used the initial access token up meanwhile.</summary>
    Spent,

    /// <summary>There are as many clients of this kind as there may be.</summary>
    Full,
}

/// <summary>A client that registered itself.</summary>
/// <param name="Scopes">What it may ask for, separated by spaces.</param>
/// <param name="StatementIssuer">Whose software statement says some of its metadata; null where none does.</param>
public sealed record ClientRegistration(string ClientId, string Scopes, string? StatementIssuer, DateTimeOffset CreatedAt);
