using System.Globalization;
using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

/// <summary>What a desk may bring, and what each of it is worth. <c>docs/verifiers.md</c> has the table.</summary>
internal static class DeskAnswer
{
    private const int LeastYears = 2;
    private const int ManyYears = 5;
    private const string Organisation = "In person";

    // GPG 45: a document whose chip holds its owner's biometrics has strength 4, even where nobody reads the chip.
    private static readonly IReadOnlyDictionary<string, (string Kind, int Strength, bool HasPhoto)> Documents = new Dictionary<string, (string, int, bool)>
    {
        ["passport-chip"] = ("passport", 4, true),
        ["passport"] = ("passport", 3, true),
        ["driving-licence"] = ("driving_permit", 3, true),
        ["identity-card"] = ("idcard", 3, true),
        ["residence-permit"] = ("residence_permit", 3, true),
        ["birth-certificate"] = ("birth_certificate", 2, false),
    };

    /// <summary>What kinds of document there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Documents.Values.Select(document => document.Kind).Distinct()];

    private static readonly IReadOnlyDictionary<string, RefusalReason> Declined = new Dictionary<string, RefusalReason>
    {
        ["details"] = RefusalReason.NotMatched,
        ["out-of-date"] = RefusalReason.DocumentExpired,
        ["not-genuine"] = RefusalReason.DocumentNotAccepted,
        ["likeness"] = RefusalReason.LikenessNotMatched,
    };

    /// <summary>Why what was brought proves nothing.</summary>
    /// <returns>Null when it does.</returns>
    /// <exception cref="InvalidOperationException">It is nothing that a desk brings.</exception>
    public static RefusalReason? Refusal(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault("result") switch
    {
        "document" when Document(values) is null || Text(values, "number").Length == 0 || Text(values, "country").Length == 0 => RefusalReason.DocumentNotAccepted,
        "document" when !Is(values, "in-date") => RefusalReason.DocumentExpired,
        "document" when !Is(values, "details") => RefusalReason.NotMatched,
        "document" when !Is(values, "features") => RefusalReason.DocumentNotAccepted,
        "document" when Document(values) is { HasPhoto: true } && !Is(values, "likeness") => RefusalReason.LikenessNotMatched,
        "document" => null,
        "vouch" when Text(values, "relative") != "false" || Text(values, "how").Length == 0 || Years(values) < LeastYears => RefusalReason.VoucherNotAccepted,
        "vouch" when !Is(values, "details") => RefusalReason.NotMatched,
        "vouch" => null,
        "declined" => Declined.GetValueOrDefault(Text(values, "why"), RefusalReason.Declined),
        _ => throw new InvalidOperationException("A desk brought nothing that is known."),
    };

    /// <summary>The evidence that what was brought amounts to, of somebody who claims what was confirmed.</summary>
    public static Evidence ToEvidence(DeskResult result, string person, IReadOnlyDictionary<string, string> claims) => Document(result.Values) is { } document && result.Values["result"] == "document"
        ? new Evidence
        {
            Type = EvidenceType.Document,
            Kind = document.Kind,
            Number = $"{Text(result.Values, "country")} {Text(result.Values, "number")}",
            Issuer = Text(result.Values, "country"),
            // Validity 2: visible features, by somebody trained. Verification 3: the person beside the photograph, where there is one.
            Scores = new(document.Strength, 2, 0, 0, document.HasPhoto ? 3 : 0),
            Checks = [.. Methods(document.HasPhoto).Select(method => new EvidenceCheck(method, Organisation, result.At) { Transaction = result.By })],
            Claims = Vouched(claims),
        }
        : new Evidence
        {
            Type = EvidenceType.Vouch,
            Kind = "digital_attestation",
            // One voucher's word for one person is one piece, and says nothing of the others they vouch for.
            Number = $"{result.By} {person}",
            Scores = new(2, 2, Years(result.Values) >= ManyYears ? 2 : 1, 0, 2),
            Checks = [new EvidenceCheck(CheckMethods.Knowledge, Organisation, result.At) { Transaction = result.By }],
            Claims = Vouched(claims),
        };

    private static IEnumerable<string> Methods(bool hasPhoto) => hasPhoto ? [CheckMethods.InspectedInPerson, CheckMethods.LikenessInPerson] : [CheckMethods.InspectedInPerson];

    // Nobody at a desk learns from a document, or from knowing somebody, where they live now.
    private static Dictionary<string, string> Vouched(IReadOnlyDictionary<string, string> claims) =>
        claims.Where(claim => claim.Key != ClaimNames.Address && claim.Value.Length > 0).ToDictionary();

    private static (string Kind, int Strength, bool HasPhoto)? Document(IReadOnlyDictionary<string, string> values) =>
        Documents.TryGetValue(Text(values, "document"), out var document) ? document : null;

    private static string Text(IReadOnlyDictionary<string, string> values, string name) => values.GetValueOrDefault(name, "");

    private static bool Is(IReadOnlyDictionary<string, string> values, string name) => Text(values, name) == "true";

    private static int Years(IReadOnlyDictionary<string, string> values) =>
        int.TryParse(Text(values, "years"), NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : 0;
}
