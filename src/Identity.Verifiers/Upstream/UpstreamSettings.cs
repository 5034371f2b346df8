using System.Text.RegularExpressions;
using Identity.Sdk;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Verifiers.Upstream;

/// <summary>What an operator says of one provider: where it is, who we are there, and what is asked of it.</summary>
internal sealed partial record UpstreamSettings
{
    private const int LongestOrganisation = 100;
    private const int LongestClientId = 200;

    // OpenID Connect Core §15.1 and RFC 7518 §3.1. Neither "none" nor what is signed with a shared secret can be written.
    private static readonly string[] Known =
    [
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
    ];

    /// <summary>By which evidence bears it.</summary>
    public required string Name { get; init; }

    /// <summary>Its issuer, letter by letter.</summary>
    public required string Issuer { get; init; }

    /// <summary>What people call it.</summary>
    public required string Organisation { get; init; }

    /// <summary>What it calls us.</summary>
    public required string ClientId { get; init; }

    public required string Scope { get; init; }

    /// <summary>What an ID token may be signed with.</summary>
    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>The value of <c>acr_values</c>; empty when none is asked for.</summary>
    public required string AcrValues { get; init; }

    /// <summary>The vectors of trust that are asked for by <c>vtr</c> (RFC 8485 §4.1).</summary>
    public required IReadOnlyList<string> Vectors { get; init; }

    /// <summary>Since when at most the person is to have signed in there; zero when that does not matter.</summary>
    public required TimeSpan MaxAge { get; init; }

    /// <summary>How long one exchange with it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Reads the section of one provider. What is wrong becomes a fault.</summary>
    /// <param name="name">The name of the section, which is the verifier's.</param>
    /// <param name="settings">The section.</param>
    public static UpstreamSettings Read(string name, VerifierSettings settings)
    {
        settings.Address("Issuer");
        var read = new UpstreamSettings
        {
            Name = name,
            Issuer = settings.Text("Issuer"),
            Organisation = settings.Required("Organisation"),
            ClientId = settings.Required("ClientId"),
            Scope = settings.Text("Scope", "openid profile"),
            Algorithms = Words(settings.Text("Algorithms", "ES256 PS256 RS256")),
            AcrValues = settings.Text("AcrValues"),
            Vectors = Words(settings.Text("VectorsOfTrust")),
            MaxAge = settings.Duration("MaxAge", TimeSpan.FromMinutes(5), TimeSpan.Zero, TimeSpan.FromDays(1)),
            Timeout = settings.Duration("Timeout", TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)),
        };
        Check(read, settings);
        return read;
    }

    private static void Check(UpstreamSettings read, VerifierSettings settings)
    {
        if (!NamePattern().IsMatch(read.Name) || read.Name.Length > SdkLimits.Name)
            settings.Fault("Issuer", "stands below a name that is not made of a-z, 0-9 and hyphens, with a letter first. Give the section another name.");
        if (read.Issuer.Contains('?', StringComparison.Ordinal) || read.Issuer.Contains('#', StringComparison.Ordinal))
            settings.Fault("Issuer", "has a query or a fragment, which no issuer has. Leave it out.");
        if (read.Organisation.Length > LongestOrganisation)
            settings.Fault("Organisation", $"is longer than {LongestOrganisation} characters: write what people call it.");
        if (read.ClientId.Length > LongestClientId)
            settings.Fault("ClientId", $"is longer than {LongestClientId} characters: write what the provider gave you.");
        if (!Words(read.Scope).Contains("openid"))
            settings.Fault("Scope", $"is '{read.Scope}', and has no openid: write it too.");
        foreach (var unknown in read.Algorithms.Except(Known))
            settings.Fault("Algorithms", $"has '{unknown}': write some of {string.Join(' ', Known)}.");
        foreach (var wrong in read.Vectors.Where(vector => !VectorOfTrust.TryParse(vector, out _)))
            settings.Fault("VectorsOfTrust", $"has '{wrong}': write vectors such as P2.Cm, with a space between two.");
        // They can contradict each other (RFC 8485 §4.1).
        if (read.Vectors.Count > 0 && read.AcrValues.Length > 0)
            settings.Fault("AcrValues", "is set beside VectorsOfTrust: leave one of them out.");
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex NamePattern();
}
