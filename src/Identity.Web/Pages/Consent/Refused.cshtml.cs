namespace Identity.Web.Pages.Consent;

/// <summary>
/// C9: nothing was shared. The form goes back to the application, so the handler states where it ends, by
/// <c>AllowFormActionTo</c>.
/// </summary>
internal sealed class RefusedModel : JourneyPage
{
    public string Application { get; set; } = "";
}
