using Identity.Sdk;

namespace Identity.Verifiers.Simulated;

internal static class SimulatedTexts
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All = new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Use a pretend document",
            [TextKeys.Summary] = "This is for trying the service out. You type a number, and the number decides what happens.",
            [TextKeys.Privacy] = "Nothing leaves this service.",
            ["question"] = "What is the number of the document?",
            ["introduction"] = "Type any number for a document that is accepted. Type NOMATCH to see what happens when details do not match.",
            ["number"] = "Document number",
            ["number-hint"] = "For example, HIGH 1 or LOW 1",
            ["number-wrong"] = "Enter another number: this one is never right",
            ["waiting"] = "Somebody pretends to look at your document. It takes a minute.",
            ["shown"] = "This is a code",
            ["shown-text"] = "You would take it somewhere. Here you can go on at once.",
            ["picture"] = "Upload a picture of the document",
            ["picture-text"] = "Any JPEG or PNG picture will do. It is not kept.",
        },
        ["cy"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Defnyddio dogfen ffug",
            [TextKeys.Summary] = "Ffordd o roi cynnig ar y gwasanaeth yw hon. Rydych yn teipio rhif, a’r rhif sy’n penderfynu beth sy’n digwydd.",
            [TextKeys.Privacy] = "Nid oes dim yn gadael y gwasanaeth hwn.",
            ["question"] = "Beth yw rhif y ddogfen?",
            ["introduction"] = "Teipiwch unrhyw rif i gael dogfen sy’n cael ei derbyn. Teipiwch NOMATCH i weld beth sy’n digwydd pan nad yw manylion yn cyfateb.",
            ["number"] = "Rhif y ddogfen",
            ["number-hint"] = "Er enghraifft, HIGH 1 neu LOW 1",
            ["number-wrong"] = "Rhowch rif arall: nid yw hwn byth yn gywir",
            ["waiting"] = "Mae rhywun yn esgus edrych ar eich dogfen. Mae’n cymryd munud.",
            ["shown"] = "Dyma god",
            ["shown-text"] = "Byddech yn mynd ag ef i rywle. Yma gallwch fynd ymlaen ar unwaith.",
            ["picture"] = "Uwchlwytho llun o’r ddogfen",
            ["picture-text"] = "Mae unrhyw lun JPEG neu PNG yn iawn. Nid yw’n cael ei gadw.",
        },
    };
}
