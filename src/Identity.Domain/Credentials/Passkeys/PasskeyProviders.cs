using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>
/// Names of well-known keepers of passkeys, by AAGUID. For showing alone: an AAGUID without attestation is what somebody
/// says of themselves.
/// </summary>
internal static class PasskeyProviders
{
    private static readonly Lazy<FrozenDictionary<Guid, string>> Names = new(Read);

    /// <returns>The name, or null when it is not known.</returns>
    public static string? NameOf(Guid aaguid) => Names.Value.GetValueOrDefault(aaguid);

    private static FrozenDictionary<Guid, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(PasskeyProviders), "providers.json")
            ?? throw new InvalidOperationException("The names of passkey providers are not embedded in the assembly.");
        return (JsonSerializer.Deserialize<Dictionary<Guid, string>>(stream) ?? []).ToFrozenDictionary();
    }
}
