namespace Identity.Protocol.FrontChannelLogout;

/// <summary>What the signed-out page shows to a browser whose applications have to be told.</summary>
/// <param name="Frames">The pages of the applications, each with <c>iss</c> and <c>sid</c>.</param>
/// <param name="ReturnTo">Where to go afterwards, checked and with its <c>state</c>; null to stay.</param>
public sealed record SignedOutState(IReadOnlyList<string> Frames, string? ReturnTo);
