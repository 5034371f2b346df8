using System.Collections.Frozen;
using System.Text.Json;
using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>Whose software statements count, and their public keys, in a file of the operator's: a JSON object of issuers, each with its JSON Web Key Set.</summary>
internal static class StatementIssuers
{
    /// <returns>Nobody where there is no file.</returns>
    public static FrozenDictionary<string, IList<SecurityKey>> Read(string? file) => string.IsNullOrEmpty(file)
        ? FrozenDictionary<string, IList<SecurityKey>>.Empty
        : Sets(file).ToFrozenDictionary(pair => pair.Key, pair => new JsonWebKeySet(pair.Value.GetRawText()).GetSigningKeys());

    /// <returns>What is wrong with the file, or null.</returns>
    public static string? Fault(string file)
    {
        try
        {
            return Sets(file).Select(pair => ClientValidator.KeysFault(pair.Value) is { } fault ? $"{pair.Key}: {fault}" : null).FirstOrDefault(fault => fault is not null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "it cannot be read.";
        }
        catch (JsonException)
        {
            return "write a JSON object of issuers, each with its JSON Web Key Set.";
        }
    }

    private static Dictionary<string, JsonElement> Sets(string file) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(file)) ?? [];
}
