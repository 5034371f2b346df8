namespace Identity.Domain.Notifications;

/// <summary>Hands one message to the outside world. Throws when it was not taken; the outbox tries again, or another way when it throws <see cref="MessageRefusedException"/>.</summary>
public interface IMessageSender
{
    MessageChannel Channel { get; }

    /// <summary>Whether it is worth handing it a message now. A sender that has just failed says no for a while.</summary>
    bool IsUp => true;

    /// <summary>Whether it says later what became of a message, to <see cref="DeliveryReceipts"/>.</summary>
    bool TellsLater => false;

    Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken);
}
