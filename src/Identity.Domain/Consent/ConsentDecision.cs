namespace Identity.Domain.Consent;

/// <summary>A citizen's answer to one application.</summary>
/// <param name="Scopes">The scopes that were asked for when they answered.</param>
/// <param name="Claims">The claims they agreed to share.</param>
/// <param name="Refused">The optional claims they saw and left out.</param>
public sealed record ConsentDecision(IReadOnlyList<string> Scopes, IReadOnlyList<string> Claims, IReadOnlyList<string> Refused)
{
    /// <summary>
    /// Whether the answer still answers what is asked now. It does until the request grows by a scope or by a claim the
    /// citizen has never seen, or a claim they left out becomes required.
    /// </summary>
    public bool Covers(IReadOnlyCollection<string> scopes, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional) =>
        scopes.All(Scopes.Contains)
        && required.All(Claims.Contains)
        && optional.All(claim => Claims.Contains(claim) || Refused.Contains(claim));
}
