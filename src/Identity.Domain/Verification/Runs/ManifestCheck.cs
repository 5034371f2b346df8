using Identity.Domain.Verification.Levels;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>Holds a verifier to what it said of itself, and to what the provider believes of it.</summary>
public static class ManifestCheck
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with a manifest itself, for the start to list.</summary>
    public static IEnumerable<string> Faults(VerifierManifest manifest, LevelRules rules)
    {
        if (manifest.Sdk is < 1 or > SdkVersion.Current)
            yield return $"was made for version {manifest.Sdk} of Identity.Sdk, and this server has {SdkVersion.Current}. Update the server, or take an older verifier.";
        if (manifest.Gives.Count == 0)
            yield return "gives no evidence. Say what it gives in its manifest.";
        foreach (var offer in manifest.Gives.Where(offer => rules.Trusted(manifest.Name, offer.Type) is null))
            yield return $"gives evidence of the type {EvidenceTypes.NameOf(offer.Type)}, of which levels.json believes it nothing. Say under trust what it is believed.";
        if (manifest.Minutes is < 0 or > 10_000 || manifest.Wait < TimeSpan.Zero)
            yield return $"takes {manifest.Minutes} minutes and {manifest.Wait}. Say how long it takes.";
        var needed = new[] { TextKeys.Title, TextKeys.Summary };
        var english = manifest.Texts.GetValueOrDefault("en") ?? new Dictionary<string, string>();
        foreach (var key in needed.Concat(manifest.Texts.Values.SelectMany(texts => texts.Keys)).Distinct().Where(key => !english.ContainsKey(key)))
            yield return $"has no English text '{key}'. Write it in its manifest.";
        foreach (var (locale, key) in manifest.Texts.SelectMany(texts => texts.Value.Where(text => text.Value.Length > SdkLimits.Text).Select(text => (texts.Key, text.Key))))
            yield return $"has a text '{key}' in {locale} of more than {SdkLimits.Text} characters. Shorten it.";
    }

    /// <summary>What a verifier gave that it may not give.</summary>
    /// <returns>Null when all is within its manifest, and within what it is believed.</returns>
    public static string? Overstep(VerifierManifest manifest, LevelRules rules, VerificationStep.Proven proven, DateTimeOffset now) => proven.Evidence
        .Select(item => Overstep(manifest, rules, item, now)).FirstOrDefault(fault => fault is not null);

    private static string? Overstep(VerifierManifest manifest, LevelRules rules, Evidence item, DateTimeOffset now)
    {
        var type = EvidenceTypes.NameOf(item.Type);
        if (!manifest.Gives.Any(offer => offer.Type == item.Type && item.Scores.AreWithin(offer.Most) && (offer.Kinds.Count == 0 || offer.Kinds.Contains(item.Kind))))
            return $"{type} beyond its manifest";
        if (rules.Trusted(manifest.Name, item.Type) is not { } most || !item.Scores.AreWithin(most))
            return $"{type} beyond what it is believed";
        if (item.Claims.Keys.FirstOrDefault(claim => !manifest.Claims.Contains(claim)) is { } claim)
            return $"the claim {claim}, which its manifest does not name";
        return item.Checks.Any(check => check.At > now + Skew) ? $"{type} checked in the future" : null;
    }

    /// <summary>What is wrong with a step, beside evidence.</summary>
    /// <returns>Null when a page can show it.</returns>
    public static string? Fault(VerifierManifest manifest, VerificationStep? step, bool loopback) => step switch
    {
        null => "no step",
        VerificationStep.Ask { Fields.Count: 0 } => "a question without a field",
        VerificationStep.Ask ask when ask.Fields.Select(field => field.Name).Distinct().Count() < ask.Fields.Count => "two fields of one name",
        VerificationStep.Ask ask when ask.Fields.Any(field => field.Kind is FieldKind.Choice && field.Choices.Count == 0) => "a choice of nothing",
        VerificationStep.Upload { MediaTypes.Count: 0 } or VerificationStep.Upload { Most: < 1 or > 10 } or VerificationStep.Upload { MostBytes: < 1 or > SdkLimits.FileBytes } => "an upload of nothing, or of too much",
        VerificationStep.Redirect redirect when redirect.Address.Scheme != Uri.UriSchemeHttps && !loopback => "a redirect without https",
        VerificationStep.Wait { LookEvery.TotalSeconds: < 10 } => "a wait that looks more often than every ten seconds",
        _ => Keys(step).FirstOrDefault(key => !manifest.Texts["en"].ContainsKey(key)) is { } missing ? $"the text '{missing}', which its manifest does not have" : null,
    };

    private static IEnumerable<string> Keys(VerificationStep step) => step switch
    {
        VerificationStep.Ask ask => [ask.Title, .. Optional(ask.Introduction), .. ask.Problems.Values, .. ask.Fields.SelectMany(field => new[] { field.Label }.Concat(Optional(field.Hint)).Concat(field.Choices.Select(choice => choice.Label)))],
        VerificationStep.Upload upload => [upload.Title, .. Optional(upload.Introduction), .. Optional(upload.Problem)],
        VerificationStep.Wait wait => [wait.For],
        VerificationStep.Show show => [show.Title, .. show.Body],
        _ => [],
    };

    private static IEnumerable<string> Optional(string? key) => key is null ? [] : [key];
}
