namespace Identity.Domain.Support.Verification;

/// <summary>How a caller shows that the account is theirs. What they know about themselves is none of these.</summary>
public enum CheckKind
{
    /// <summary>Signed in on their own screen, by the most that the account has, they type a number that the agent reads out.</summary>
    OwnScreen,

    /// <summary>They type a code that was mailed to them.</summary>
    EmailCode,

    /// <summary>They type a code that was sent to their telephone.</summary>
    PhoneCode,

    /// <summary>They type a code that came by post, days after it was asked for, beside another of these.</summary>
    LetterCode,

    /// <summary>They go to a desk with a code, where somebody compares a document with them.</summary>
    Branch,

    /// <summary>They type a code that was mailed to an address that shall be theirs. It shows that they read it, and nothing of the account.</summary>
    NewAddress,
}

/// <summary>What an account has by which its owner can be told from others.</summary>
public sealed record CallerFacts
{
    /// <summary>Passkeys that work.</summary>
    public bool HasPasskey { get; init; }

    /// <summary>A password, and an app beside it.</summary>
    public bool HasPasswordAndApp { get; init; }

    /// <summary>Since when the e-mail address is theirs; null without one.</summary>
    public DateTimeOffset? EmailSince { get; init; }

    /// <summary>Since when the oldest telephone is theirs; null without one.</summary>
    public DateTimeOffset? PhoneSince { get; init; }

    /// <summary>Since when the postal address is theirs; null without one.</summary>
    public DateTimeOffset? LetterSince { get; init; }

    /// <summary>Since when name and date of birth are theirs, which a desk compares with a document; null where one is missing.</summary>
    public DateTimeOffset? DetailsSince { get; init; }

    /// <summary>What the caller says they have lost: it proves nothing of them.</summary>
    public bool CannotSignIn { get; init; }
}

/// <summary>
/// Chooses the checks, so that no agent does. A contact counts once it has been held for a month: whoever takes an account over
/// changes the contacts first.
/// </summary>
public static class CheckPolicy
{
    /// <summary>How long a contact must have been theirs.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromDays(30);

    /// <returns>All of these together; a visit where nothing from afar is enough, and nothing where there is nothing to compare either.</returns>
    public static IReadOnlyList<CheckKind> Choose(CallerFacts facts, DateTimeOffset now)
    {
        if (!facts.CannotSignIn && (facts.HasPasskey || facts.HasPasswordAndApp))
            return [CheckKind.OwnScreen];
        // One contact is one thing that may have been stolen; two are not stolen alike.
        var held = new (CheckKind Kind, DateTimeOffset? Since)[]
        {
            // A letter takes days, so it comes last and is asked for only where another is missing.
            (CheckKind.EmailCode, facts.EmailSince), (CheckKind.PhoneCode, facts.PhoneSince), (CheckKind.LetterCode, facts.LetterSince),
        }.Where(contact => IsHeld(contact.Since, now)).Select(contact => contact.Kind).Take(2).ToList();
        if (held.Count == 2)
            return held;
        // Whoever took an account over may have written their own name into it, and brings their own passport.
        return IsHeld(facts.DetailsSince, now) ? [CheckKind.Branch] : [];
    }

    private static bool IsHeld(DateTimeOffset? since, DateTimeOffset now) => since is { } at && now - at >= Held;
}
