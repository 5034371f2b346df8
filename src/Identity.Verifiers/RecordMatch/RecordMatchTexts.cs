using Identity.Sdk;

namespace Identity.Verifiers.RecordMatch;

internal static class RecordMatchTexts
{
    /// <param name="organisation">Whose index it is. In Welsh nothing stands before it that would change its first letter.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(string organisation) => new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Use your NHS number",
            [TextKeys.Summary] = $"We check your details against a record. The record is held by {organisation}.",
            [TextKeys.Privacy] = $"{organisation} gets your NHS number, name and date of birth. It tells us whether they match, and your address. It does not tell us about your health.",
            ["question"] = "What is your NHS number?",
            ["question-all"] = "Your NHS number and details",
            ["introduction"] = "If your details do not match, we cannot say which one is wrong. That keeps your record safe.",
            ["number"] = "NHS number",
            ["number-hint"] = "It has 10 digits, for example 943 476 5919. It is on letters from the NHS.",
            ["number-wrong"] = "Check your NHS number: it has 10 digits, and one of these is not right",
            ["given-name"] = "First names",
            ["family-name"] = "Last name",
            ["birthdate"] = "Date of birth",
            ["birthdate-future"] = "Your date of birth must be in the past",
        },
        ["cy"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Defnyddio eich rhif GIG",
            [TextKeys.Summary] = $"Rydym yn cymharu eich manylion â chofnod. Dyma pwy sy’n cadw’r cofnod: {organisation}.",
            [TextKeys.Privacy] = $"Dyma pwy sy’n cael eich rhif GIG, eich enw a’ch dyddiad geni: {organisation}. Maent yn dweud wrthym a ydynt yn cyfateb, a’ch cyfeiriad. Nid ydynt yn dweud dim wrthym am eich iechyd.",
            ["question"] = "Beth yw eich rhif GIG?",
            ["question-all"] = "Eich rhif GIG a’ch manylion",
            ["introduction"] = "Os nad yw eich manylion yn cyfateb, ni allwn ddweud pa un sy’n anghywir. Mae hynny’n cadw eich cofnod yn ddiogel.",
            ["number"] = "Rhif GIG",
            ["number-hint"] = "Mae ganddo 10 digid, er enghraifft 943 476 5919. Mae ar lythyrau gan y GIG.",
            ["number-wrong"] = "Gwiriwch eich rhif GIG: mae ganddo 10 digid, ac nid yw un o’r rhain yn gywir",
            ["given-name"] = "Enwau cyntaf",
            ["family-name"] = "Cyfenw",
            ["birthdate"] = "Dyddiad geni",
            ["birthdate-future"] = "Rhaid i’ch dyddiad geni fod yn y gorffennol",
        },
    };
}
