using Identity.Web.Locales;

namespace Identity.Web.Pages.Consent;

/// <summary>One fact about the person, as it would be sent.</summary>
/// <param name="Key">What is posted when it is ticked.</param>
/// <param name="Name">What the fact is called.</param>
/// <param name="Value">Exactly what the application would receive.</param>
/// <param name="Purpose">Why it is asked for, in the partner's words.</param>
internal sealed record SharedClaim(string Key, Message Name, string Value, Message? Purpose);
