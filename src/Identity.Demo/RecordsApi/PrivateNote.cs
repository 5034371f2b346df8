namespace Identity.Demo.RecordsApi;

/// <summary>One of those that <c>GET /notes</c> answers with: for the citizen and their doctor alone.</summary>
internal sealed record PrivateNote(DateOnly Written, string Doctor, string Text);
