namespace Identity.Domain.Contacts;

/// <summary>Who is told, of all the ways there are to somebody.</summary>
public enum NoticeAudience
{
    /// <summary>The first that works: e-mail, else a text, else a letter.</summary>
    Owner,

    /// <summary>Each of them.</summary>
    Everywhere,

    /// <summary>Each of them, and those that were theirs within the last month: whoever took an account over has changed them.</summary>
    EverywhereAndFormer,
}

/// <summary>Something its owner is told of their account, by whatever ways it has. <see cref="Reach"/> makes messages of it.</summary>
/// <param name="Account">Whose account.</param>
/// <param name="Template">What is said; the locales hold the words.</param>
public sealed record Notice(Guid Account, string Template)
{
    /// <summary>What fills its placeholders.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Who is told.</summary>
    public NoticeAudience To { get; init; }

    /// <summary>Whether it carries a link by which its reader says, without signing in, that it was not them; the value is <c>link</c>.</summary>
    public bool NotMe { get; init; }

    /// <summary>Past this nobody wants it any more.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The template alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(Notice)} {Template}";
}
