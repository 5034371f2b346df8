using System.Security.Claims;

namespace Identity.Demo.RelyingParty;

/// <summary>The person signed in, as far as this application knows them.</summary>
internal static class Citizen
{
    /// <summary>The <c>sub</c> that this application, and no other, knows a citizen by.</summary>
    public static string Subject(this ClaimsPrincipal citizen) =>
        citizen.FindFirstValue("sub") ?? throw new InvalidOperationException("A page for citizens was reached without one.");

    /// <summary>The name to greet a citizen by, or nothing if they share none.</summary>
    public static string DisplayName(this ClaimsPrincipal citizen) =>
        citizen.FindFirstValue("name") ?? citizen.FindFirstValue("given_name") ?? "";
}
