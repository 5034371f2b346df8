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
        var (found, elsewhere) = await step.EnterAsync(this);
        if (found is null)
        {
            context.Result = elsewhere;
            return;
        }

        Found = found;
        OnPageHandlerExecuted(await next());
    }
}
