using Xunit.v3;

namespace Identity.Testing;

/// <summary>The clause a test shows to hold. The attributes print as a ledger: section, then its tests.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class SpecAttribute(string document, string section) : Attribute, ITraitAttribute
{
    public string Document { get; } = document;

    public string Section { get; } = section;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Spec", $"{Document} §{Section}")];
}
