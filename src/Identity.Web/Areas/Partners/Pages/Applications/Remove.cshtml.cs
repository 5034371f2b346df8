using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>Ends an application, which cannot be undone.</summary>
[OpenTo(PartnerRight.Change, Fresh = true)]
internal sealed class RemoveModel(PartnerApplications applications, Text text) : OfApplication(applications)
{
    [BindProperty]
    public string? Again { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Again?.Trim() != Application.Client.ClientName)
            return Problem(nameof(Again), text["partners.remove.notAgain"].ToString());
        await Applications.RemoveAsync(Own, ClientId, Aborted);
        return Next(PartnerLinks.Organisation(Own.Organisation.Id), "partners.remove.done");
    }
}
