using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>How sure an application has to be of who somebody is before it does what they want: asked for by a vector of trust (RFC 8485).</summary>
/// <param name="Vector">The vector, such as <c>P1.Cl</c>.</param>
internal sealed record Uplift(string Vector)
{
    private const string Item = "uplift";

    /// <summary>Whether the ID token says that it was reached.</summary>
    public bool IsMetBy(ClaimsPrincipal citizen) => citizen.FindFirstValue("vot") is { } reached && Parts(Vector).All(Parts(reached).Contains);

    /// <param name="page">Where the citizen is, and comes back to.</param>
    public AuthenticationProperties Properties(string page) => new() { RedirectUri = page, Items = { [Item] = Vector } };

    public static Uplift? Of(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Item, out var vector) is true && vector is not null ? new Uplift(vector) : null;

    /// <summary>RFC 8485 §4.1.</summary>
    public void Ask(OpenIdConnectMessage request) => request.SetParameter("vtr", JsonSerializer.Serialize(new[] { Vector }));

    private static string[] Parts(string vector) => vector.Split('.');
}
