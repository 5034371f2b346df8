using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>
/// Two people hold what their screens show against each other, and one says that it was the other who enrolled. Whoever got
/// hold of a code shows another text.
/// </summary>
[Needs(StaffStage.Enrolled, StaffStage.In, Fresh = true)]
internal sealed class WitnessModel(StaffDirectory directory) : SupportPage
{
    internal sealed record Enrolled(StaffMember Member, string Mark);

    /// <summary>What a witness holds against their screen; null for somebody who is in.</summary>
    public string? Mark { get; private set; }

    public IReadOnlyList<Enrolled> Waiting { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Mark = Own.Stage is StaffStage.Enrolled ? await directory.MarkAsync(Own.Staff.Id, Aborted) : null;
        var waiting = await directory.WaitingForAsync(Own, Aborted);
        Waiting = await Task.WhenAll(waiting.Select(async member => new Enrolled(member, await directory.MarkAsync(member.Id, Aborted))));
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Staff")] string? staff) =>
        Guid.TryParse(staff, out var id) && await directory.WitnessAsync(Own, id, Aborted)
            ? Next(SupportLinks.Witness, "support.witness.done")
            : Next(SupportLinks.Witness);
}
