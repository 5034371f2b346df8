using Identity.Domain.Accounts;
using Identity.Domain.Partners.Organisations;
using Identity.Protocol;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Areas.Partners.Pages.People;

/// <summary>Asks somebody to join an organisation.</summary>
[OpenTo(PartnerRight.Manage, Fresh = true)]
internal sealed class InviteModel(Invitations invitations, IOptions<ProtocolOptions> protocol, Text text) : PartnerPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var email = EmailAddress.Read(Email) is EmailReading.Read(var address) ? address : null;
        var role = RoleWords.Read(Role);
        if (email is null)
            ModelState.AddModelError(nameof(Email), text["partners.invite.noEmail"].ToString());
        if (role is null)
            ModelState.AddModelError(nameof(Role), text["partners.invite.noRole"].ToString());
        if (email is null || role is not { } given)
            return Page();
        return await invitations.InviteAsync(Own, email, given, PageOf, text.Locale, Aborted)
            ? Next(PartnerLinks.People(Own.Organisation.Id), "partners.invite.done")
            : Problem(nameof(Email), text["partners.invite.tooMany"].ToString());
    }

    private Uri PageOf(string key) => new(protocol.Value.Issuer!, PartnerLinks.Invitation(key)); // No host starts without an issuer.
}
