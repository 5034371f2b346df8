using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

internal static class UpstreamTexts
{
    private static readonly Dictionary<string, string> English = new()
    {
        [ClaimNames.GivenName] = "your first names",
        [ClaimNames.FamilyName] = "your last name",
        [ClaimNames.BirthDate] = "your date of birth",
        [ClaimNames.Address] = "your address",
        [ClaimNames.PhoneNumber] = "your phone number",
        [ClaimNames.Email] = "your email address",
        [ClaimNames.NhsNumber] = "your NHS number",
    };

    private static readonly Dictionary<string, string> Welsh = new()
    {
        [ClaimNames.GivenName] = "eich enwau cyntaf",
        [ClaimNames.FamilyName] = "eich cyfenw",
        [ClaimNames.BirthDate] = "eich dyddiad geni",
        [ClaimNames.Address] = "eich cyfeiriad",
        [ClaimNames.PhoneNumber] = "eich rhif ffôn",
        [ClaimNames.Email] = "eich cyfeiriad e-bost",
        [ClaimNames.NhsNumber] = "eich rhif GIG",
    };

    /// <param name="organisation">Where the person proves who they are. In Welsh nothing stands before it that would change its first letter.</param>
    /// <param name="claims">What it tells us.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(string organisation, IReadOnlyList<string> claims) => new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = $"Use {organisation}",
            [TextKeys.Summary] = $"If you have an account there, {organisation} can tell us who you are. You sign in there, and come back here.",
            [TextKeys.Privacy] = $"{organisation} learns that you use this service, and when. It does not learn where you go from here, or anything in your account. "
                + $"It tells us: {string.Join(", ", claims.Select(claim => English[claim]))}. It also tells us how well it has checked them. We learn nothing else.",
            [TextKeys.Organisation] = organisation,
            [TextKeys.SignInPrivacy] = $"{organisation} learns that you use this service, and when. It does not learn where you go from here, or anything in your account. "
                + "We learn that it is you who signed in there, and nothing else that it knows about you.",
            ["confirm"] = "Are these your details?",
            ["confirm-name"] = $"{organisation} gave us this name: {{name}}.",
            ["confirm-born"] = "The date of birth there is {born}.",
            ["confirm-text"] = $"If something is wrong, do not go on. Ask {organisation} to put it right, or choose another way.",
        },
        ["cy"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = $"Defnyddio {organisation}",
            [TextKeys.Summary] = $"Os oes gennych gyfrif yno, dyma pwy all ddweud wrthym pwy ydych chi: {organisation}. Rydych yn mewngofnodi yno, ac yna’n dod yn ôl yma.",
            [TextKeys.Privacy] = $"Dyma pwy sy’n cael gwybod eich bod yn defnyddio’r gwasanaeth hwn, a phryd: {organisation}. Nid ydynt yn cael gwybod ble rydych yn mynd o’r fan hon, na dim sydd yn eich cyfrif. "
                + $"Maent yn dweud wrthym: {string.Join(", ", claims.Select(claim => Welsh[claim]))}. Maent hefyd yn dweud pa mor dda y maent wedi eu gwirio. Nid ydym yn cael gwybod dim arall.",
            [TextKeys.Organisation] = organisation,
            [TextKeys.SignInPrivacy] = $"Dyma pwy sy’n cael gwybod eich bod yn defnyddio’r gwasanaeth hwn, a phryd: {organisation}. Nid ydynt yn cael gwybod ble rydych yn mynd o’r fan hon, na dim sydd yn eich cyfrif. "
                + "Rydym yn cael gwybod mai chi a fewngofnododd yno, a dim byd arall y maent yn ei wybod amdanoch.",
            ["confirm"] = "Ai dyma eich manylion?",
            ["confirm-name"] = $"Dyma’r enw sydd yno: {{name}}. Daw oddi wrth: {organisation}.",
            ["confirm-born"] = "Dyma’r dyddiad geni sydd yno: {born}.",
            ["confirm-text"] = $"Os oes rhywbeth o’i le, peidiwch â mynd ymlaen. Dyma pwy all ei gywiro: {organisation}. Neu dewiswch ffordd arall.",
        },
    };
}
