using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Organisations;

/// <summary>Gives an organisation another name.</summary>
[OpenTo(PartnerRight.Manage)]
internal sealed class RenameModel(OrganisationStore organisations, Text text) : PartnerPage
{
    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() => Name ??= Own.Organisation.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        if (TypedName.Read(Name) is not { } name)
            return Problem(nameof(Name), text["partners.new.noName"].ToString());
        await organisations.RenameAsync(Own, name, Aborted);
        return Next(PartnerLinks.Organisation(Own.Organisation.Id), "partners.saved");
    }
}
