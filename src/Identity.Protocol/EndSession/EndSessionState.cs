namespace Identity.Protocol.EndSession;

/// <summary>A request to sign out that waits for the person to say yes.</summary>
/// <param name="ClientName">The application it came from, when it said so.</param>
/// <param name="ReturnTo">Where to go afterwards, checked and with its <c>state</c>; null to stay.</param>
public sealed record EndSessionState(string? ClientName, string? ReturnTo);
