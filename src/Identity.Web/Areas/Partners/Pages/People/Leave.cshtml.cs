using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.People;

/// <summary>Somebody goes by themselves; the last owner cannot.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class LeaveModel(Colleagues colleagues, Text text) : PartnerPage
{
    public async Task<IActionResult> OnPostAsync() => await colleagues.RemoveAsync(Own, Account, Aborted)
        ? Next(PartnerLinks.Home, "partners.leave.done")
        : Problem("", text["partners.leave.lastOwner"].ToString());
}
