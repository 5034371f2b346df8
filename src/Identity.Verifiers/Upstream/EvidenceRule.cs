using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>What of theirs becomes which evidence of ours. An operator writes it; nothing is guessed from a name.</summary>
internal sealed record EvidenceRule
{
    private const int LongestValue = 200;

    private static readonly Dictionary<string, EvidenceType> Types = new(StringComparer.Ordinal)
    {
        ["document"] = EvidenceType.Document,
        ["electronic_record"] = EvidenceType.ElectronicRecord,
        ["vouch"] = EvidenceType.Vouch,
        ["electronic_signature"] = EvidenceType.ElectronicSignature,
    };

    /// <summary>A vector of which <c>vot</c> has every component (RFC 8485 §3.1).</summary>
    public VectorOfTrust? Vector { get; private init; }

    /// <summary>The trustmark that says what the vector means there (RFC 8485 §5).</summary>
    public string Trustmark { get; private init; } = "";

    /// <summary>The value of <c>acr</c>.</summary>
    public string Acr { get; private init; } = "";

    /// <summary>What <c>verified_claims</c> has to be; null when it is not looked at.</summary>
    public VerifiedClaimsRule? Verified { get; private init; }

    /// <summary>What it becomes.</summary>
    public required EvidenceOffer Offer { get; init; }

    /// <summary>What it is more closely.</summary>
    public required string Kind { get; init; }

    /// <summary>Reads one.</summary>
    public static EvidenceRule Read(VerifierSettings settings)
    {
        var type = settings.Text("Type", "electronic_record");
        if (!Types.ContainsKey(type))
            settings.Fault("Type", $"is '{type}': write one of {string.Join(", ", Types.Keys)}.");
        var vector = settings.Text("Vot");
        if (vector.Length > 0 && !VectorOfTrust.TryParse(vector, out _))
            settings.Fault("Vot", $"is '{vector}': write a vector such as P2.Cm.");
        var rule = new EvidenceRule
        {
            Vector = VectorOfTrust.TryParse(vector, out var read) ? read : null,
            Trustmark = settings.Text("Trustmark"),
            Acr = settings.Text("Acr"),
            Verified = VerifiedClaimsRule.Read(settings),
            Offer = new(Types.GetValueOrDefault(type, EvidenceType.ElectronicRecord), new(settings.Number("Strength", 0, 0, 4), settings.Number("Validity", 0, 0, 4),
                settings.Number("Activity", 0, 0, 4), settings.Number("Fraud", 0, 0, 3), settings.Number("Verification", 0, 0, 4))),
            Kind = settings.Text("Kind", "online_account"),
        };
        if (rule.Vector is null && rule.Acr.Length == 0 && rule.Verified is null)
            settings.Fault("Vot", "is not set, and neither Acr nor TrustFramework is: write what of theirs counts.");
        // RFC 8485 §3.2: a vector means nothing without whoever says what it means.
        if (rule.Vector is not null && rule.Trustmark.Length == 0)
            settings.Fault("Trustmark", "is not set: write the address that their vtm has.");
        if (rule.Acr.Length > LongestValue || rule.Kind.Length > SdkLimits.Name)
            settings.Fault("Kind", "or Acr is too long: write less.");
        return rule;
    }

    /// <summary>Finds what fits.</summary>
    /// <param name="answer">What they said.</param>
    /// <returns>Where the claims are that it vouches for, and when they checked them if they say so; null when it does not fit.</returns>
    public (IEnumerable<JsonElement> Claims, DateTimeOffset? CheckedAt)? Match(UpstreamAnswer answer)
    {
        if (Acr.Length > 0 && Json.Text(answer.IdToken, "acr") != Acr)
            return null;
        if (Vector is not null && !(Json.Text(answer.IdToken, "vtm") == Trustmark && VectorOfTrust.TryParse(Json.Text(answer.IdToken, "vot"), out var theirs)
            && Vector.Components.All(theirs.Components.Contains)))
            return null;
        // What was not verified is not taken in place of what was.
        return Verified is null ? (answer.Sources, null)
            : Verified.Match(answer) is { } verified ? ([verified.Claims], verified.CheckedAt)
            : null;
    }
}
