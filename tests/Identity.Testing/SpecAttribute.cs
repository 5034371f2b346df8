using Xunit.v3;

namespace Identity.Testing;

/// <summary>
/// Names the clause that a test shows, as in <c>[Spec("RFC 9449", "4.3")]</c>. Every test run ends with the
/// ledger of these: which clause is shown by how many tests.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SpecAttribute(string document, string clause) : Attribute, ITraitAttribute
{
    public string Document { get; } = document;

    public string Clause { get; } = clause;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Spec", $"{Document} §{Clause}")];
}
