using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

internal static class InPersonTexts
{
    private const string BringEnglish = "Bring a passport, a photo driving licence or another official document. If you have none, go to somebody there who has known you for two years.";
    private const string BringWelsh = "Ewch â phasbort, trwydded yrru â llun neu ddogfen swyddogol arall. Os nad oes gennych un, ewch at rywun yno sydd wedi eich adnabod ers dwy flynedd.";

    private static readonly Dictionary<string, Dictionary<string, string>> All = new()
    {
        ["en"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Go to somebody who can check you",
            [TextKeys.Summary] = "You get a code and take it to a surgery, a pharmacy or a library. Somebody there looks at a document, or says that they know you.",
            [TextKeys.Privacy] = "They see the name, date of birth and address that you give, and nothing else of your account.",
            ["name"] = "What is your name?",
            ["name-text"] = "Write it as it is on your document. If you have one name, write it as your last name.",
            ["given-name"] = "First names",
            ["family-name"] = "Last name",
            ["birthdate"] = "What is your date of birth?",
            ["birthdate-label"] = "Date of birth",
            ["birthdate-wrong"] = "Enter a date of birth in the past",
            ["address"] = "What is your address?",
            ["address-label"] = "Address",
            ["address-hint"] = "Leave it empty if you have none",
            ["place"] = "Where do you want to go?",
            ["place-label"] = "Place",
            ["place-hint"] = "Your code works at every place that takes part",
            ["elsewhere"] = "Another place that takes part",
            ["waiting"] = "Show this code at a surgery, a pharmacy or a library that takes part. " + BringEnglish,
            ["waiting-second"] = "One person has confirmed who you are. Your service wants a second one. Show this new code to somebody else.",
            ["expired"] = "Your code does not work any more",
            ["expired-text"] = "It was not used in time. Choose to go on, and you get a new one.",
        },
        ["cy"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Mynd at rywun a all eich gwirio",
            [TextKeys.Summary] = "Cewch god i fynd ag ef i feddygfa, fferyllfa neu lyfrgell. Bydd rhywun yno’n edrych ar ddogfen, neu’n dweud eu bod yn eich adnabod.",
            [TextKeys.Privacy] = "Maent yn gweld yr enw, y dyddiad geni a’r cyfeiriad a rowch chi, a dim byd arall o’ch cyfrif.",
            ["name"] = "Beth yw eich enw?",
            ["name-text"] = "Ysgrifennwch ef fel y mae ar eich dogfen. Os un enw sydd gennych, ysgrifennwch ef fel eich enw olaf.",
            ["given-name"] = "Enwau cyntaf",
            ["family-name"] = "Enw olaf",
            ["birthdate"] = "Beth yw eich dyddiad geni?",
            ["birthdate-label"] = "Dyddiad geni",
            ["birthdate-wrong"] = "Rhowch ddyddiad geni yn y gorffennol",
            ["address"] = "Beth yw eich cyfeiriad?",
            ["address-label"] = "Cyfeiriad",
            ["address-hint"] = "Gadewch ef yn wag os nad oes gennych un",
            ["place"] = "I ble rydych chi eisiau mynd?",
            ["place-label"] = "Lle",
            ["place-hint"] = "Mae eich cod yn gweithio ym mhob lle sy’n cymryd rhan",
            ["elsewhere"] = "Lle arall sy’n cymryd rhan",
            ["waiting"] = "Dangoswch y cod hwn mewn meddygfa, fferyllfa neu lyfrgell sy’n cymryd rhan. " + BringWelsh,
            ["waiting-second"] = "Mae un person wedi cadarnhau pwy ydych chi. Mae ar eich gwasanaeth eisiau ail un. Dangoswch y cod newydd hwn i rywun arall.",
            ["expired"] = "Nid yw eich cod yn gweithio mwyach",
            ["expired-text"] = "Ni chafodd ei ddefnyddio mewn pryd. Dewiswch barhau, a chewch un newydd.",
        },
    };

    /// <summary>Every text, with those of the places to choose from.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(IReadOnlyList<Place> places) => new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = With(All["en"], places, place => place.English, words => $"Show this code at {words.Name}, {words.Address}. Opening times: {words.Hours}. {BringEnglish}"),
        // Nothing stands before a name that would change its first letter.
        ["cy"] = With(All["cy"], places, place => place.Welsh, words => $"Dangoswch y cod hwn yma: {words.Name}, {words.Address}. Oriau agor: {words.Hours}. {BringWelsh}"),
    };

    /// <summary>The key of what somebody reads who goes to a place.</summary>
    public static string WaitingAt(string? choice) => $"waiting-{choice}";

    private static Dictionary<string, string> With(Dictionary<string, string> texts, IReadOnlyList<Place> places, Func<Place, PlaceWords> language, Func<PlaceWords, string> waiting) => new(texts.Concat(
        places.SelectMany(place => new KeyValuePair<string, string>[]
        {
            new(place.Choice, $"{language(place).Name}, {language(place).Address}: {language(place).Hours}"),
            new(WaitingAt(place.Choice), waiting(language(place))),
        })));
}
