using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Pages.Prove;

/// <summary>A page of somebody who proves who they are: signed in, within a journey that is theirs.</summary>
internal abstract class ProvePage(ProveStep step) : JourneyPage
{
    internal ProveStep.Found Found { get; private set; } = null!; // Set before any handler runs, or none runs.

    /// <summary>The application that waits; empty when none does.</summary>
    public string Application => Found.Application;

    /// <summary>Whether an application waits.</summary>
    public bool IsForApplication => Found.Interaction.Client is not null;

    protected ProveStep Step => step;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        OnPageHandlerExecuting(context);
        switch (await step.FindAsync(HttpContext, Journey))
        {
            case (not null, { } found):
                Found = found;
                MayEndAt(found.Interaction);
                OnPageHandlerExecuted(await next());
                break;
            case ({ } interaction, null):
                context.Result = interaction.State.SignedInSession is null && interaction.Client is null ? DeadEnd() : SignInAgain();
                break;
            default:
                context.Result = DeadEnd();
                break;
        }
    }
}
