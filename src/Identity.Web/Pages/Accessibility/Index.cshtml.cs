using Identity.Web.Locales;
using Identity.Web.Organisation;
using Identity.Web.Themes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Accessibility;

/// <summary>What people with a disability can expect, what nobody has tested yet, and whom to tell.</summary>
internal sealed class IndexModel(IOptions<OrganisationOptions> options, Wardrobe wardrobe) : PageModel
{
    public Contact Contact => wardrobe.For(HttpContext).Contact;

    public string Organisation(Text text) => options.Value.NameOr(text);

    public Message Tested(Text text) => OrganisationOptionsValidator.Day(options.Value.AccessibilityTested) is { } day
        ? text["accessibility.how.people", ("date", text.Date(day))]
        : text["accessibility.how.notYet"];

    public IEnumerable<Message> Complaint(Text text) => options.Value is { AccessibilityBody: { Length: > 0 } body }
        ? [text["accessibility.problem.body", ("body", text.Link(body, options.Value.AccessibilityBodyUrl))]]
        : [];

    public Message Reviewed(Text text) => options.Value.ReviewedOn(text);
}
