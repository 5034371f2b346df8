using Identity.Domain.Accounts;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C6: goes on with the account that is signed in, or with another.</summary>
internal sealed class ContinueAsModel(Interactions interactions, BrowserSession browser, AccountStore accounts) : JourneyPage
{
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (await browser.FindAsync(HttpContext) is not { } session || await accounts.ClaimsAsync(session.AccountId, HttpContext.RequestAborted) is not { } claims)
            return Next(Url.SignInEmail(Journey));

        MayEndAt(interaction);
        Email = claims.Email ?? claims.SignInId ?? "";
        Name = claims.Name ?? Email;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();

        await interactions.ChoseAccountAsync(interaction, HttpContext.RequestAborted);
        return Next(interaction.ContinueUrl);
    }
}
