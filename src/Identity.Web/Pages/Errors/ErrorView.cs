using System.Diagnostics;
using System.Net.Http.Headers;
using Identity.Domain.Accounts;
using Identity.Web.Locales;

namespace Identity.Web.Pages.Errors;

/// <summary>
/// A dead end as a person sees it: what happened, when it is over, and the ways on. The page adds help
/// by people and a reference to each.
/// </summary>
/// <param name="Name">What the log calls it.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The heading.</param>
/// <param name="What">What happened, in plain words, and when it is over; told the time it is now.</param>
/// <param name="Ways">What the person can do without us.</param>
public sealed record ErrorView(
    string Name, int Status, Func<Text, Message> Title, Func<Text, DateTimeOffset, Message> What, params IReadOnlyList<Func<Text, Message>> Ways)
{
    private const string GetBack = "/recover?lost=Control";

    private static readonly Func<Text, Message> GoHome = text => text["errors.way.home"];

    /// <summary>When it is worth trying again.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <summary>E5: there is no such page.</summary>
    public static ErrorView NotFound { get; } = new("not found", StatusCodes.Status404NotFound,
        text => text["errors.notFound.title"], (text, _) => text["errors.notFound.what"], GoHome);

    /// <summary>The page is not for this account.</summary>
    public static ErrorView Refused { get; } = new("refused", StatusCodes.Status403Forbidden,
        text => text["errors.refused.title"], (text, _) => text["errors.refused.what"], GoHome);

    /// <summary>E3: an unknown client, an unregistered redirect URI, a request that may not be answered by redirect.</summary>
    public static ErrorView BadRequest { get; } = new("bad request", StatusCodes.Status400BadRequest,
        text => text["errors.request.title"], (text, _) => text["errors.request.what"],
        text => text["errors.request.again"], text => text["errors.request.tell"]);

    /// <summary>E1: the journey, or the form, is older than it may be.</summary>
    public static ErrorView Expired { get; } = new("expired", StatusCodes.Status400BadRequest,
        text => text["errors.expired.title"], (text, _) => text["errors.expired.what"], GoHome);

    /// <summary>A link in a message that is none, or whose time is over.</summary>
    public static ErrorView LinkOver { get; } = new("link over", StatusCodes.Status404NotFound,
        text => text["errors.link.title"], (text, _) => text["errors.link.what"], text => text["errors.link.recover", ("recover", GetBack)], GoHome);

    /// <summary>E4: the browser returned none of the cookies it was given.</summary>
    public static ErrorView CookiesBlocked { get; } = new("cookies blocked", StatusCodes.Status400BadRequest,
        text => text["errors.cookies.title"], (text, _) => text["errors.cookies.what"],
        text => text["errors.cookies.allow"], text => text["errors.cookies.other"]);

    /// <summary>Whatever nobody foresaw.</summary>
    public static ErrorView Unexpected { get; } = new("unexpected", StatusCodes.Status500InternalServerError,
        text => text["errors.unexpected.title"], (text, _) => text["errors.unexpected.what"], GoHome);

    /// <summary>E2: too many tries; the clock time at which the next one counts.</summary>
    public static ErrorView TooManyTries(DateTimeOffset retryAt) => new("too many tries", StatusCodes.Status429TooManyRequests,
        text => text["errors.tries.title"], (text, _) => text["errors.tries.what", ("time", text.Time(FullMinute(retryAt)))],
        text => text["errors.tries.other"], GoHome)
    {
        RetryAfter = new RetryConditionHeaderValue(retryAt),
    };

    /// <summary>E6: something we stand on is away, for about so long.</summary>
    public static ErrorView Unavailable(TimeSpan retryAfter) => new("unavailable", StatusCodes.Status503ServiceUnavailable,
        text => text["errors.unavailable.title"], (text, now) => text["errors.unavailable.what", ("time", text.Time(FullMinute(now + retryAfter)))],
        GoHome, text => text["errors.unavailable.again"])
    {
        RetryAfter = new RetryConditionHeaderValue(retryAfter),
    };

    /// <summary>E7: the application may not sign anybody in for now.</summary>
    public static ErrorView ApplicationPaused(string application) => new("application paused", StatusCodes.Status403Forbidden,
        text => text["errors.paused.title", ("app", application)], (text, _) => text["errors.paused.what", ("app", application)],
        text => text["errors.paused.tell", ("app", application)], GoHome);

    /// <summary>The application is open to its own people, or to some citizens, and not to this one yet.</summary>
    public static ErrorView ApplicationNotOpenYet(string application) => new("application not open yet", StatusCodes.Status403Forbidden,
        text => text["errors.notOpen.title", ("app", application)], (text, _) => text["errors.notOpen.what", ("app", application)],
        text => text["errors.notOpen.other"], GoHome);

    /// <summary>E8: nobody can sign in to this account for now. Its owner learns the kind of reason, and whom to ask.</summary>
    public static ErrorView AccountHeld(HoldReason reason) => new("account held", StatusCodes.Status403Forbidden,
        text => text["errors.held.title"],
        (text, _) => reason switch
        {
            HoldReason.Safety => text["errors.held.safety"],
            HoldReason.Review => text["errors.held.review"],
            HoldReason.Request => text["errors.held.request"],
            _ => throw new UnreachableException(),
        },
        [
            .. reason is HoldReason.Request ? new Func<Text, Message>[] { text => text["errors.held.recover", ("recover", GetBack)] } : [],
            text => text["errors.held.appeal"], text => text["errors.held.other"],
        ]);

    /// <summary>The page for a status that came without one.</summary>
    public static ErrorView Of(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => NotFound,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => Refused,
        StatusCodes.Status503ServiceUnavailable => Unavailable(TimeSpan.FromSeconds(30)),
        >= 500 => Unexpected,
        _ => BadRequest with { Status = status },
    };

    // A time shown without its seconds must not come before the time it stands for.
    private static DateTimeOffset FullMinute(DateTimeOffset time) =>
        time.AddTicks(-time.Ticks % TimeSpan.TicksPerMinute) is var begun && begun < time ? begun.AddMinutes(1) : time;
}
