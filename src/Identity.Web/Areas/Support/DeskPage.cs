using System.Diagnostics;
using Identity.Domain.Support.Desk;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Areas.Support;

/// <summary>A page about somebody whose code this member of staff typed. When it is over, or is another's, there is no such page.</summary>
internal abstract class DeskPage(DeskDecisions desk, Text text) : SupportPage
{
    /// <summary>What was claimed.</summary>
    public DeskFile Claimed { get; private set; } = null!; // Set before a handler runs.

    /// <summary>What the code opened, from the route alone.</summary>
    public Guid Opening => Guid.TryParse(RouteData.Values["opening"] as string, out var opening) ? opening : Guid.Empty;

    protected Text Says => text;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await desk.FindAsync(Own, Opening, Aborted) is { } file)
        {
            Claimed = file;
            await next();
        }
        else
        {
            context.Result = new ErrorResult(ErrorView.NotFound);
        }
    }

    /// <summary>Takes what they say.</summary>
    /// <param name="finding">What they found.</param>
    /// <param name="field">Where a refusal is said.</param>
    protected async Task<IActionResult> DecideAsync(DeskFinding finding, string field) => await desk.DecideAsync(Own, Opening, finding, Aborted) switch
    {
        DeskOutcome.Done => Next(SupportLinks.Codes, "support.code.done"),
        DeskOutcome.SecondNeeded => Next(SupportLinks.Codes, "support.code.second"),
        DeskOutcome.Unknown => Next(SupportLinks.Codes, "support.code.over"),
        DeskOutcome.Refused(var conflict) => Problem(field, text[DeskWords.Of(conflict)].ToString()),
        DeskOutcome.Unavailable => Problem(field, text["support.code.unavailable"].ToString()),
        _ => throw new UnreachableException(),
    };
}
