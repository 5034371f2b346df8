using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Consent;

/// <summary>C9: nothing was shared. From here the application is told so, or the choice is changed.</summary>
internal sealed class RefusedModel(ConsentStep step) : JourneyPage
{
    public string Application { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await step.FindAsync(HttpContext, Journey) is not ({ Client: { } client } interaction, _))
            return DeadEnd();
        if (!interaction.State.Refused)
            return Next(Url.Share(Journey));

        MayEndAt(interaction);
        Application = client.ClientName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await step.FindAsync(HttpContext, Journey) is ({ } interaction, _) ? Next(interaction.ContinueUrl) : DeadEnd();
}
