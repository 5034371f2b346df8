using Identity.Web.Locales;
using Identity.Web.Organisation;
using Identity.Web.Themes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Privacy;

/// <summary>What is known of a citizen here, why, who gets it, and what they can do about it.</summary>
internal sealed class IndexModel(IOptions<OrganisationOptions> options, Wardrobe wardrobe) : PageModel
{
    public string Email => options.Value.PrivacyEmail is { Length: > 0 } email ? email : wardrobe.For(HttpContext).Contact.Email;

    public string Organisation(Text text) => options.Value.NameOr(text);

    public IEnumerable<Message> Address(Text text) =>
        options.Value.Address is { Length: > 0 } address ? [text["privacy.address", ("postal", address)]] : [];

    public IEnumerable<Message> Complaint(Text text) => options.Value is { PrivacyRegulator: { Length: > 0 } regulator }
        ? [text["privacy.rights.complain", ("regulator", text.Link(regulator, options.Value.PrivacyRegulatorUrl))]]
        : [];

    public Message Reviewed(Text text) => options.Value.ReviewedOn(text);
}
