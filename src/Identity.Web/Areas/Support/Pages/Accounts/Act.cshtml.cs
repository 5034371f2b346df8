using System.Diagnostics;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Protocol;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S5: what is done for a caller. What could take the account over is asked of a colleague whom the system draws.</summary>
[Needs(Permission.Act, Fresh = true)]
internal sealed class ActModel(AccountFiles files, SupportActions actions, IOptions<ProtocolOptions> protocol, Text text) : AccountPage(files)
{
    [FromQuery(Name = "cannotSignIn")]
    public bool CannotSignIn { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<ActionChoice> Choices { get; private set; } = [];

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            Choices = [.. ActionChoice.Of(Account, await Files.PasskeysAsync(Own, Look, Aborted))];
            return await next();
        });

    public async Task<IActionResult> OnPostAsync()
    {
        var choice = Choices.FirstOrDefault(each => each.Value == Chosen);
        if (choice is null)
            ModelState.AddModelError(nameof(Chosen), text["support.act.noChoice"].ToString());
        if (!ReasonWords.Suffice(Words))
            ModelState.AddModelError(nameof(Words), text["support.find.noWords"].ToString());
        if (choice is null || !ModelState.IsValid)
            return Page();

        var request = new ActionRequest(choice.Action, choice.Passkey?.Id, Words?.Trim() ?? "") { CannotSignIn = CannotSignIn };
        return await actions.ActAsync(Own, Look, request, protocol.Value.Issuer!, Aborted) switch // No host starts without one.
        {
            ActOutcome.Done => Next(SupportLinks.Account(Look), "support.act.done"),
            ActOutcome.Drawn => Next(SupportLinks.Account(Look), "support.act.drawn"),
            ActOutcome.Nothing => Problem(nameof(Chosen), text["support.act.nothing"].ToString()),
            ActOutcome.CallerUnknown => Problem(nameof(Chosen), text["support.act.caller"].ToString()),
            ActOutcome.NobodyOnLine => Problem(nameof(Chosen), text["support.act.nobody"].ToString()),
            ActOutcome.Over => Next(SupportLinks.Find),
            _ => throw new UnreachableException(),
        };
    }
}
