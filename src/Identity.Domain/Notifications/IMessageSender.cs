namespace Identity.Domain.Notifications;

/// <summary>Hands one message to the outside world. Throws when it was not taken; the outbox tries again.</summary>
public interface IMessageSender
{
    MessageChannel Channel { get; }

    Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken);
}
