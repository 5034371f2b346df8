using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>What a verifier could add to the evidence of an account, and what it would ask of its owner.</summary>
/// <param name="Verifier">Its name.</param>
/// <param name="Gives">Its kinds of evidence, each with the highest scores that it can have and is believed to have.</param>
/// <param name="Claims">What it could vouch for.</param>
/// <param name="Minutes">Minutes of the person's own time.</param>
/// <param name="Wait">How long the outcome may take after that.</param>
public sealed record RouteOffer(string Verifier, IReadOnlyList<EvidenceOffer> Gives, IReadOnlyList<string> Claims, int Minutes, TimeSpan Wait)
{
    /// <summary>What has to be vouched for by others before it can be begun.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Whether the person has to go somewhere.</summary>
    public bool Travel { get; init; }

    /// <summary>How many things they need to have at hand.</summary>
    public int Things { get; init; }

    /// <summary>Checks that may take away what speaks against them.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];
}

/// <summary>One verifier, or several after each other, that would reach a level if all went well.</summary>
/// <param name="Verifiers">In the order in which they are best done: what is known at once first.</param>
/// <param name="Minutes">Minutes of the person's own time, together.</param>
/// <param name="Wait">How long the last outcome may take after that.</param>
public sealed record RoutePlan(IReadOnlyList<string> Verifiers, int Minutes, TimeSpan Wait);
