using Identity.Sdk;

namespace Identity.Verifiers.Organisation;

internal static class OrganisationTexts
{
    /// <param name="organisation">Who gave the details. In Welsh nothing stands before it that would change its first letter.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(string organisation) => new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Use details an organisation gave you",
            [TextKeys.Summary] = $"You type in the registration details you were given. We check them with {organisation}.",
            [TextKeys.Privacy] = $"{organisation} gets the details you type in, and learns that you use this service. It tells us the name, date of birth and address on your record.",
            ["question"] = "What are your registration details?",
            ["introduction"] = $"Check the details with {organisation}. If they do not match, we cannot say which is wrong.",
            ["account-id"] = "Account ID",
            ["linkage-key"] = "Linkage key",
            ["organisation-code"] = "Organisation code",
            ["organisation-code-hint"] = "It is with your other registration details, for example A12345",
        },
        ["cy"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Defnyddio manylion a gawsoch gan sefydliad",
            [TextKeys.Summary] = $"Rydych yn teipio’r manylion cofrestru a gawsoch. Dyma pwy sy’n eu gwirio: {organisation}.",
            [TextKeys.Privacy] = $"Dyma pwy sy’n cael y manylion rydych yn eu teipio: {organisation}. Maent yn dysgu eich bod yn defnyddio’r gwasanaeth hwn. Maent yn dweud wrthym yr enw, y dyddiad geni a’r cyfeiriad sydd ar eich cofnod.",
            ["question"] = "Beth yw eich manylion cofrestru?",
            ["introduction"] = $"Dyma pwy all wirio’r manylion gyda chi: {organisation}. Os nad ydynt yn cyfateb, ni allwn ddweud pa un sy’n anghywir.",
            ["account-id"] = "ID y cyfrif",
            ["linkage-key"] = "Allwedd gysylltu",
            ["organisation-code"] = "Cod y sefydliad",
            ["organisation-code-hint"] = "Mae gyda’ch manylion cofrestru eraill, er enghraifft A12345",
        },
    };
}
