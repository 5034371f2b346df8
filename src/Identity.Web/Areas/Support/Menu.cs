using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Support;

/// <summary>What the frame shows of whoever is signed in: the ways that are open to them, and when they will be signed out.</summary>
internal sealed class Menu(Text text, StaffSessions sessions)
{
    internal sealed record Link(string Href, Message Words);

    private static readonly IReadOnlyList<(Permission Permission, string Href, string Words)> All =
    [
        (Permission.Find, SupportLinks.Find, "support.find.title"),
        (Permission.Desk, SupportLinks.Codes, "support.code.title"),
        (Permission.Approve, SupportLinks.Requests, "support.requests.title"),
        (Permission.Watch, SupportLinks.Unusual, "support.unusual.title"),
        (Permission.Watch, SupportLinks.Reviews, "support.reviews.title"),
        (Permission.Audit, SupportLinks.Audit, "support.audit.title"),
        (Permission.Audit, SupportLinks.Exports, "support.exports.title"),
        (Permission.BreakGlass, SupportLinks.BreakGlass, "support.glass.title"),
        (Permission.ManageStaff, SupportLinks.Staff, "support.menu.staff"),
        (Permission.ManageRoles, SupportLinks.Roles, "support.menu.roles"),
    ];

    public static StaffSession? Session(HttpContext context) => StaffBrowser.Known(context);

    public IReadOnlyList<Link> Links(StaffSession session) =>
        [.. All.Where(entry => session.May(entry.Permission)).Select(entry => new Link(entry.Href, text[entry.Words]))];

    public DateTimeOffset EndOf(StaffSession session) => sessions.EndOf(session);
}
