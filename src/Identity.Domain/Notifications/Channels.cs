using Identity.Domain.Notifications.Senders;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Notifications;

/// <summary>Which ways there are from here to people, and which of them work at the moment as far as this node knows.</summary>
public sealed class Channels(IEnumerable<IMessageSender> senders, IHostEnvironment environment)
{
    // Outside Development nobody reads the mailbox page, so what would go there does not go at all.
    private readonly Dictionary<MessageChannel, IMessageSender> _senders =
        senders.Where(sender => sender is not MailboxSender || environment.IsDevelopment()).ToDictionary(sender => sender.Channel);

    /// <summary>Whether messages can travel so at all.</summary>
    public bool Has(MessageChannel channel) => _senders.ContainsKey(channel);

    /// <summary>Whether they can, and the last one did not fail a moment ago.</summary>
    public bool IsUp(MessageChannel channel) => _senders.TryGetValue(channel, out var sender) && sender.IsUp;

    internal IMessageSender Sender(MessageChannel channel) => _senders.GetValueOrDefault(channel)
        ?? throw new MessageRefusedException($"Nothing here sends by {channel}.");
}
