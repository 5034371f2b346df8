using System.Diagnostics;
using Identity.Domain.Partners.Traces;
using Identity.Domain.Support.Lookup;
using Identity.Web.Locales;
using Identity.Web.Surfaces;
using Identity.Web.Telemetry;
using Identity.Web.Themes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Errors;

/// <summary>The one page of all dead ends. It has no handlers: it answers any method, without a check of its own.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel(
    Wardrobe wardrobe, IOptions<ErrorOptions> options, ErrorTrail trail, TimeProvider clock, ILogger<ErrorModel> log) : PageModel
{
    public ErrorView View { get; private set; } = ErrorView.NotFound;

    /// <summary>The ways on; those of a citizen are not there for staff.</summary>
    public IReadOnlyList<Func<Text, Message>> Ways =>
        Surface.IsSupport(HttpContext) ? [text => text["support.back", ("desk", "/support")]] : View.Ways;

    public Contact Contact => wardrobe.For(HttpContext).Contact;

    /// <summary>What the person tells us, and the log and the trace know. Of what an application sent, its developer finds the request by it.</summary>
    public string Reference => field ??= Find().Name == ErrorView.BadRequest.Name ? RequestReference.Of(RequestId) : SupportReferences.Create();

    private string RequestId => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : HttpContext.TraceIdentifier;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // E3 is for whoever made the application, and what a stranger can send for nothing stores nothing.
        if (Find().Name != ErrorView.BadRequest.Name && HttpContext.WantsPage() && HttpContext.RequestServices.GetService<ErrorReferences>() is { } references)
            await references.KeepAsync(HttpContext, Reference);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        View = Find();
        HttpContext.ShowError(View);
        trail.Mark(HttpContext, View.Name, Reference);
        log.Shown(Reference, View.Name, View.Status, RequestId);
        if (!HttpContext.WantsPage())
            context.Result = new StatusCodeResult(View.Status);
    }

    public Message What(Text text) => View.What(text, clock.GetUtcNow());

    private ErrorView Find() =>
        HttpContext.Features.Get<ErrorView>() is { } stated ? stated
        : HttpContext.Features.Get<IExceptionHandlerFeature>() is { } thrown ? options.Value.For(thrown.Error)
        : HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } bare ? ErrorView.Of(bare.OriginalStatusCode)
        : ErrorView.NotFound;
}
