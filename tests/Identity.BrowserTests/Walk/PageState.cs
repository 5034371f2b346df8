namespace Identity.BrowserTests.Walk;

/// <summary>A page as somebody meets it.</summary>
/// <param name="Page">The page, by the name that Razor Pages give it.</param>
/// <param name="Name">How it is met.</param>
/// <param name="Reach">The way there, for somebody who has just opened a browser.</param>
internal sealed record PageState(string Page, string Name, Func<Walker, Task> Reach)
{
    /// <summary>Fields with a problem, by their ids, in the order of the page.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether staff meet it, who are asked about others and never about themselves.</summary>
    public bool IsConsole { get; init; }

    /// <summary>Whether developers meet it, who are asked about their applications.</summary>
    public bool IsPortal { get; init; }

    public override string ToString() => $"{Page} {Name}";
}
