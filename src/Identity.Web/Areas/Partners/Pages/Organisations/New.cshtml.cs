using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Organisations;

/// <summary>D2: somebody makes an organisation, and owns it.</summary>
[OpenTo(Access.Visitor.SignedIn)]
internal sealed class NewModel(OrganisationStore organisations, Text text, TimeProvider clock) : PartnerPage
{
    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (TypedName.Read(Name) is not { } name)
            return Problem(nameof(Name), text["partners.new.noName"].ToString());
        return await organisations.CreateAsync(Account, name, Aborted) is { } made
            ? Next(PartnerLinks.Organisation(made.Id), "partners.new.done")
            : new ErrorResult(ErrorView.TooManyTries(clock.GetUtcNow().AddDays(1)));
    }
}
