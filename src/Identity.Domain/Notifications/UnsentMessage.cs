namespace Identity.Domain.Notifications;

/// <summary>A message of an account that has not left, or that nothing took.</summary>
/// <param name="Id">The row.</param>
/// <param name="Message">What it says, and to whom.</param>
/// <param name="HasFailed">Whether it is known that nothing takes it.</param>
internal sealed record UnsentMessage(Guid Id, Message Message, bool HasFailed);
