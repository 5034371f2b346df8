using Identity.Web.Locales;

namespace Identity.Web.Components;

/// <summary>
/// What a page tells its layout while it is being written: its title, the way back, the application that
/// waits, and the problems of its fields in the order they stand on the page.
/// </summary>
internal sealed class PageFrame
{
    internal sealed record Problem(string FieldId, string Words);

    public Message? Title { get; set; }

    public string? Back { get; set; }

    public string? Application { get; set; }

    public bool AlreadyDone { get; set; }

    /// <summary>Whether the page can be had only now, so that no link may lead to it again.</summary>
    public bool OnlyNow { get; set; }

    /// <summary>Where the page leads by itself in a browser without script; a link on it does the same.</summary>
    public string? Onward { get; set; }

    public List<Problem> Problems { get; } = [];

    public HashSet<string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static PageFrame Of(HttpContext context)
    {
        if (context.Items[typeof(PageFrame)] is PageFrame frame)
            return frame;
        context.Items[typeof(PageFrame)] = frame = new PageFrame();
        return frame;
    }
}
