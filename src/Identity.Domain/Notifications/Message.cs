namespace Identity.Domain.Notifications;

/// <summary>How a message travels. The numbers are stored.</summary>
public enum MessageChannel
{
    Email = 0,

    /// <summary>A text message to a mobile telephone.</summary>
    Text = 1,

    /// <summary>A telephone call in which the message is read out.</summary>
    Voice = 2,

    /// <summary>A letter by post.</summary>
    Letter = 3,
}

/// <summary>One way to somebody.</summary>
/// <param name="Channel">How.</param>
/// <param name="Destination">An e-mail address, a telephone number in E.164, or a postal address as it is written on a letter.</param>
public sealed record MessageRoute(MessageChannel Channel, string Destination)
{
    /// <summary>Never the destination: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(MessageRoute)} {Channel}";
}

/// <summary>
/// What is to be said, to whom. The words come from the locale's text named by <see cref="Template"/>;
/// <see cref="Values"/> fills its placeholders and is kept sealed until the message is gone.
/// </summary>
public sealed record Message(MessageChannel Channel, string Destination, string Template, string Locale, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Past this nobody wants it any more, and it is dropped unsent.</summary>
    public required TimeSpan Life { get; init; }

    /// <summary>The ways that are tried in turn when this one fails, so that nobody is met with silence.</summary>
    public IReadOnlyList<MessageRoute> Otherwise { get; init; } = [];

    /// <summary>When a telephone may ring for it; null for what somebody waits for.</summary>
    public CallHours? Calls { get; init; }

    /// <summary>From when it is sent by the way that is its turn.</summary>
    internal DateTimeOffset DueAt(DateTimeOffset now) => Channel is MessageChannel.Voice && Calls is { } hours ? hours.Next(now) : now;

    /// <summary>Whose account it is about; null for somebody who has none, or is not known yet.</summary>
    public Guid? Account { get; init; }

    /// <summary>The same message by the next way, or null when there is none.</summary>
    internal Message? Next() => Otherwise.Count == 0
        ? null
        : this with { Channel = Otherwise[0].Channel, Destination = Otherwise[0].Destination, Otherwise = [.. Otherwise.Skip(1)] };

    /// <summary>The template alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(Message)} {Template}";
}

/// <summary>A message in words.</summary>
public sealed record RenderedMessage(string Subject, string Body)
{
    /// <summary>What a gateway names it by when it says later what became of it.</summary>
    public Guid Reference { get; init; }

    /// <summary>The language of the words.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>The subject alone is no secret, and that is not certain: this text may find its way into a log.</summary>
    public override string ToString() => nameof(RenderedMessage);
}

/// <summary>Puts a message into words. The texts live with the pages, which Domain does not see.</summary>
public delegate RenderedMessage RenderMessage(Message message);
