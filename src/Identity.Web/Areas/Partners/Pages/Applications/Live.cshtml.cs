using System.Globalization;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Partners.Releases;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>D9: an application opens step by step, by two people, and closes by one.</summary>
[OpenTo(PartnerRight.See, Fresh = true)]
internal sealed class LiveModel(PartnerApplications applications, ReleaseSteps releases, Colleagues colleagues, Text text) : OfApplication(applications)
{
    [BindProperty]
    public string? OpenTo { get; set; }

    public IReadOnlyList<ReleaseCheck> Checks { get; private set; } = [];

    public ReleaseRequest? Wish { get; private set; }

    /// <summary>The name of whoever asked.</summary>
    public string AskedBy { get; private set; } = "";

    /// <summary>Whether it is still the same application that somebody asked about.</summary>
    public bool IsCurrent => Wish?.Version == Application.Version;

    public bool MayDecide => IsCurrent && Wish?.AskedBy != Account && Own.May(PartnerRight.Approve);

    public bool MayDecline => Wish is not null && (Wish.AskedBy == Account || Own.May(PartnerRight.Approve));

    public IEnumerable<int> Further => ReleaseSteps.Steps.Where(step => step > Application.Client.OpenTo);

    public bool MayOpen => Own.May(PartnerRight.Change) && Further.Any() && (Wish is null || !IsCurrent);

    public bool MayClose => Application.Client.OpenTo > 0 && (Own.May(PartnerRight.Change) || Own.May(PartnerRight.Approve));

    public async Task OnGetAsync()
    {
        Checks = await releases.ChecksAsync(Own, Application, Aborted);
        Wish = await releases.FindAsync(ClientId, Aborted);
        var asker = Wish is null ? null : (await colleagues.ListAsync(Own.Organisation.Id, Aborted)).FirstOrDefault(person => person.AccountId == Wish.AskedBy);
        AskedBy = asker is { Name.Length: > 0 } ? asker.Name : asker?.Contact ?? "";
    }

    public async Task<IActionResult> OnPostAsync() => int.TryParse(OpenTo, NumberStyles.None, CultureInfo.InvariantCulture, out var share) && Further.Contains(share)
        ? await SayAsync(await releases.OpenAsync(Own, Application, share, Aborted), nameof(OpenTo))
        : await SayAsync("partners.live.noShare", nameof(OpenTo));

    public async Task<IActionResult> OnPostApproveAsync() => await SayAsync(await releases.ApproveAsync(Own, Application, Aborted), "");

    public async Task<IActionResult> OnPostDeclineAsync() => await SayAsync(await releases.DeclineAsync(Own, Application, Aborted), "");

    public async Task<IActionResult> OnPostCloseAsync() => await SayAsync(await releases.CloseAsync(Own, Application, Aborted), "");

    private async Task<IActionResult> SayAsync(ReleaseOutcome outcome, string field) => ReleaseWords.Problem(outcome) is { } problem
        ? await SayAsync(problem, field)
        : Next(PartnerLinks.Live(Own.Organisation.Id, ClientId), outcome is ReleaseOutcome.Waits ? "partners.live.asked" : "partners.saved");

    private async Task<IActionResult> SayAsync(string problem, string field)
    {
        await OnGetAsync();
        // A field that is not shown says nothing.
        return Problem(MayOpen ? field : "", text[problem].ToString());
    }
}
