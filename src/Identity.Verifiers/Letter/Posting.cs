namespace Identity.Verifiers.Letter;

/// <summary>What became of the wish for a letter.</summary>
internal abstract record Posting
{
    private Posting() { }

    /// <summary>It goes; its code works until then.</summary>
    internal sealed record Sent(DateTimeOffset Until) : Posting;

    /// <summary>Enough went lately: the next one from then on.</summary>
    internal sealed record TooMany(DateTimeOffset Again) : Posting;

    /// <summary>No letters go at present.</summary>
    internal sealed record Unavailable : Posting;
}

/// <summary>What became of a code that somebody typed.</summary>
internal abstract record Checking
{
    private Checking() { }

    /// <summary>It is one of theirs, and works no more.</summary>
    /// <param name="Claims">Whom the letter went to, and where.</param>
    internal sealed record Right(IReadOnlyDictionary<string, string> Claims) : Checking;

    /// <summary>It is none of theirs that works.</summary>
    internal sealed record Wrong : Checking;

    /// <summary>Too many were wrong: none is looked at until then.</summary>
    internal sealed record Paused(DateTimeOffset Until) : Checking;
}
