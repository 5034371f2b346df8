using Identity.Domain.Consent;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Consent;

/// <summary>C8: everything an application would receive, with the values themselves.</summary>
internal sealed class ShareModel(ConsentStep step, Text text) : JourneyPage
{
    public const string Agree = "agree";
    public const string Refuse = "refuse";

    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>The optional facts that are ticked. None is, until the person does it.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public string Application { get; set; } = "";

    /// <summary>The organisation behind it.</summary>
    public string Partner { get; set; } = "";

    /// <summary>Why it asks, in the partner's words.</summary>
    public string? Purpose { get; set; }

    public IReadOnlyList<SharedClaim> Required { get; set; } = [];

    public IReadOnlyList<SharedClaim> Optional { get; set; } = [];

    /// <summary>What else it could do, such as read a record.</summary>
    public IReadOnlyList<Message> Permissions { get; set; } = [];

    /// <summary>Whether its access outlives the visit.</summary>
    public bool Lasting { get; set; }

    public Message HowLong(Text words) => Lasting
        ? words["consent.share.lasting", ("app", Application)]
        : words["consent.share.visit", ("app", Application)];

    public async Task<IActionResult> OnGetAsync()
    {
        var (interaction, found) = await step.FindAsync(HttpContext, Journey);
        if (found is null)
            return interaction is null ? DeadEnd() : Next(interaction.ContinueUrl);

        Show(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (interaction, found) = await step.FindAsync(HttpContext, Journey);
        if (found is null)
            return interaction is null ? DeadEnd() : Next(interaction.ContinueUrl);

        switch (Decision)
        {
            case Agree:
                await step.AgreeAsync(found, Chosen, HttpContext.RequestAborted);
                return Next(found.Interaction.ContinueUrl);
            case Refuse:
                await step.RefuseAsync(found, HttpContext.RequestAborted);
                return Next(Url.ShareRefused(Journey));
            default:
                Show(found);
                return Page();
        }
    }

    private void Show(ConsentStep.Found found)
    {
        MayEndAt(found.Interaction);
        Application = found.Client.ClientName;
        Partner = found.Client.OrganizationName;
        Purpose = found.Client.Consent.Purpose is { Length: > 0 } purpose ? purpose : null;
        var asked = found.Interaction.Consent;
        Required = Facts(found, asked.Items.Where(ask => ask.Required));
        Optional = Facts(found, asked.Items.Where(ask => !ask.Required));
        Permissions = [.. asked.ApiScopes.Where(ask => ask.Scope.Resource is not null).Select(ask => Message.Verbatim(ask.Scope.Description))];
        Lasting = asked.Scopes.Contains("offline_access");
    }

    private IReadOnlyList<SharedClaim> Facts(ConsentStep.Found found, IEnumerable<ConsentAsk> asks) =>
        [.. asks.Select(ask => SharedValues.Of(ask, found.Account, text)).OfType<SharedClaim>()];
}
