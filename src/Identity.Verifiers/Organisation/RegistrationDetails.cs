using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Verifiers.Organisation;

/// <summary>What an organisation gave somebody, and the question whether it did.</summary>
internal sealed record RegistrationDetails(
    [property: JsonPropertyName(RegistrationDetails.AccountIdField)] string AccountId,
    [property: JsonPropertyName(RegistrationDetails.LinkageKeyField)] string LinkageKey,
    [property: JsonPropertyName(RegistrationDetails.OrganisationCodeField)] string OrganisationCode)
{
    public const string AccountIdField = "account_id";
    public const string LinkageKeyField = "linkage_key";
    public const string OrganisationCodeField = "organisation_code";

    public static RegistrationDetails Read(IReadOnlyDictionary<string, string> typed) =>
        new(typed[AccountIdField], typed[LinkageKeyField], typed[OrganisationCodeField]);

    /// <summary>The question, as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Nothing of them: this text may find its way into a log.</summary>
    public override string ToString() => nameof(RegistrationDetails);
}
