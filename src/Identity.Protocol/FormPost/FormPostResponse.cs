namespace Identity.Protocol.FormPost;

/// <summary>An answer that goes back by a form (OAuth 2.0 Form Post Response Mode). The page that shows it has a visible button.</summary>
/// <param name="Action">The client's redirect URI, which the page's content security policy must allow.</param>
/// <param name="Fields">The parameters of the answer.</param>
public sealed record FormPostResponse(Uri Action, IReadOnlyList<KeyValuePair<string, string?>> Fields);
