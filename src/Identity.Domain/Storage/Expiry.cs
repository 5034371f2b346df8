namespace Identity.Domain.Storage;

/// <summary>How a room gets rid of rows whose time is over: a DELETE with the parameter <c>@before</c>.</summary>
/// <param name="Delete">The statement.</param>
/// <param name="Keep">How long past their end rows stay, for whoever asks what happened.</param>
public sealed record Expiry(Statement Delete, TimeSpan Keep);
