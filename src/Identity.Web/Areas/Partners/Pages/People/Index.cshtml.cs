using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.People;

/// <summary>D3: who belongs to an organisation, and who was asked to.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class IndexModel(Colleagues colleagues, Invitations invitations) : PartnerPage
{
    public IReadOnlyList<Colleague> People { get; private set; } = [];

    public IReadOnlyList<OpenInvitation> Open { get; private set; } = [];

    public bool NeedsAnotherOwner => People.Count(person => person.Role is PartnerRole.Owner) == 1;

    public async Task OnGetAsync()
    {
        People = await colleagues.ListAsync(Own.Organisation.Id, Aborted);
        Open = await invitations.ListAsync(Own.Organisation.Id, Aborted);
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm(Name = "Invitation")] Guid invitation)
    {
        if (!Own.May(PartnerRight.Manage))
            return new ErrorResult(ErrorView.Refused);
        await invitations.WithdrawAsync(Own, invitation, Aborted);
        return Next(PartnerLinks.People(Own.Organisation.Id), "partners.people.withdrawn");
    }

    public string? ChangeOf(Colleague person) =>
        Own.May(PartnerRight.Manage) && person.AccountId != Account ? PartnerLinks.Person(Own.Organisation.Id, person.AccountId) : null;
}
