namespace Identity.Domain.Partners.Applications;

/// <summary>An application of a partner's, as its people see it.</summary>
/// <param name="Client">The registration.</param>
/// <param name="Version">How often it was written; whoever changes it says what they have seen.</param>
/// <param name="ChangedAt">When it was last written.</param>
public sealed record Application(Client Client, int Version, DateTimeOffset ChangedAt)
{
    /// <summary>How many one organisation may have.</summary>
    public const int Most = 1000;

    /// <summary>How many stand on one page of a list.</summary>
    public const int PageSize = 50;

    public ApplicationKind Kind => ApplicationKinds.Of(Client);
}

/// <summary>Some of an organisation's applications, by client ID.</summary>
/// <param name="Next">After which the next ones begin; null where there are no more.</param>
public sealed record ApplicationPage(IReadOnlyList<Application> Applications, string? Next);

/// <summary>An earlier state of an application.</summary>
/// <param name="Client">The registration, without its secrets.</param>
/// <param name="Actor">Who made it so.</param>
public sealed record ApplicationVersion(int Version, Client Client, string Actor, DateTimeOffset At);

/// <summary>What came of a change.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>It is stored.</summary>
    public sealed record Changed(Application Application) : ChangeOutcome;

    /// <summary>It is not, for these reasons, each with its remedy.</summary>
    public sealed record Refused(IReadOnlyList<ClientFault> Faults) : ChangeOutcome;

    /// <summary>Somebody has changed it meanwhile; nothing is stored.</summary>
    public sealed record Stale(Application Now) : ChangeOutcome;

    /// <summary>It is not there, or not theirs any more.</summary>
    public sealed record Gone : ChangeOutcome;
}

/// <param name="Member">The metadata that is wrong, such as <c>redirect_uris</c>.</param>
/// <param name="Words">What is wrong with it, and how to mend it.</param>
public sealed record ClientFault(string Member, string Words)
{
    /// <summary>Reads a line of <see cref="ClientValidator"/>, which begins with what it is about.</summary>
    public static ClientFault Of(string line)
    {
        if (line.StartsWith("redirect URI", StringComparison.Ordinal))
            return new("redirect_uris", line["redirect URI".Length..].TrimStart(':', ' '));
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? new("", line) : new(line[..colon], line[(colon + 2)..]);
    }
}
