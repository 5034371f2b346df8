namespace Identity.Domain.Notifications;

/// <summary>How a message travels.</summary>
public enum MessageChannel
{
    Email,
}

/// <summary>
/// What is to be said, to whom. The words come from the locale's text named by <see cref="Template"/>;
/// <see cref="Values"/> fills its placeholders and is kept sealed until the message is gone.
/// </summary>
public sealed record Message(MessageChannel Channel, string Destination, string Template, string Locale, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Past this nobody wants it any more, and it is dropped unsent.</summary>
    public required TimeSpan Life { get; init; }
}

/// <summary>A message in words.</summary>
public sealed record RenderedMessage(string Subject, string Body);

/// <summary>Puts a message into words. The texts live with the pages, which Domain does not see.</summary>
public delegate RenderedMessage RenderMessage(Message message);
