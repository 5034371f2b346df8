using System.Diagnostics;
using System.Text.Json;
using Identity.Domain.Journeys;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>How an application shows that it is itself.</summary>
[OpenTo(PartnerRight.Change, Fresh = true)]
internal sealed class KeysModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys, Text text) : EditPage(applications, rules, journeys)
{
    private const int LongestSet = 32 * 1024;

    public static IReadOnlyList<string> Methods { get; } = ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"];

    [BindProperty]
    public string? Method { get; set; }

    [BindProperty]
    public string? Jwks { get; set; }

    [BindProperty]
    public string? JwksUri { get; set; }

    public bool HasSecret => Application.Client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal);

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>
    {
        ["token_endpoint_auth_method"] = nameof(Method),
        ["grant_types"] = nameof(Method),
        ["jwks"] = nameof(Jwks),
        ["jwks_uri"] = nameof(JwksUri),
    };

    public void OnGet() => (Method, Jwks, JwksUri) = (Application.Client.TokenEndpointAuthMethod, Application.Client.Jwks?.GetRawText(), Application.Client.JwksUri);

    public async Task<IActionResult> OnPostAsync()
    {
        var set = Read();
        return await ProposeAsync(Application.Client with
        {
            TokenEndpointAuthMethod = Method ?? "",
            TokenEndpointAuthSigningAlg = Method == Application.Client.TokenEndpointAuthMethod ? Application.Client.TokenEndpointAuthSigningAlg : null,
            Jwks = set,
            JwksUri = TypedLines.One(JwksUri),
        });
    }

    public static string What(string method) => method switch
    {
        "client_secret_basic" => "partners.keys.basic",
        "client_secret_post" => "partners.keys.post",
        "client_secret_jwt" => "partners.keys.secretJwt",
        "private_key_jwt" => "partners.keys.privateKey",
        "none" => "partners.keys.none",
        _ => throw new UnreachableException(),
    };

    private JsonElement? Read()
    {
        if (string.IsNullOrWhiteSpace(Jwks))
            return null;
        try
        {
            if (Jwks.Length <= LongestSet)
                return JsonSerializer.Deserialize<JsonElement>(Jwks);
        }
        catch (JsonException)
        {
            // Said below.
        }

        ModelState.AddModelError(nameof(Jwks), text["partners.keys.noJwks"].ToString());
        return null;
    }
}
