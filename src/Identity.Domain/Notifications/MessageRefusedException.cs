namespace Identity.Domain.Notifications;

/// <summary>A message that will not be taken however often it is offered, such as one to a number that does not exist.</summary>
public sealed class MessageRefusedException(string reason) : Exception(reason);
