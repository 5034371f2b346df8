using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Areas.Partners.Pages.People;

/// <summary>Somebody else of an organisation: their role, and the end of it.</summary>
[OpenTo(PartnerRight.Manage, Fresh = true)]
internal sealed class PersonModel(Colleagues colleagues, Text text) : PartnerPage
{
    [BindProperty]
    public string? Role { get; set; }

    public Colleague Person { get; private set; } = null!; // Set before a handler runs.

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var people = await colleagues.ListAsync(Own.Organisation.Id, Aborted);
        if (people.FirstOrDefault(person => person.AccountId != Account && person.AccountId.ToString("D") == RouteData.Values["account"] as string) is { } found)
        {
            Person = found;
            await next();
        }
        else
        {
            context.Result = new ErrorResult(ErrorView.NotFound);
        }
    }

    public void OnGet() => Role ??= Person.Role.ToString();

    public async Task<IActionResult> OnPostAsync()
    {
        if (RoleWords.Read(Role) is not { } role)
            return Problem(nameof(Role), text["partners.invite.noRole"].ToString());
        return await colleagues.SetRoleAsync(Own, Person.AccountId, role, Aborted)
            ? Next(PartnerLinks.People(Own.Organisation.Id), "partners.saved")
            : Problem(nameof(Role), text["partners.person.lastOwner"].ToString());
    }

    public async Task<IActionResult> OnPostRemoveAsync() => await colleagues.RemoveAsync(Own, Person.AccountId, Aborted)
        ? Next(PartnerLinks.People(Own.Organisation.Id), "partners.person.removed")
        : Problem(nameof(Role), text["partners.person.lastOwner"].ToString());
}
