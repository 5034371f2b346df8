using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages;

/// <summary>A step of a journey whose state the server keeps under the key in the address.</summary>
public abstract class JourneyPage : PageModel
{
    /// <summary>The key, from the route alone: a form cannot name another journey.</summary>
    public string Journey => RouteData.Values["journey"] as string ?? "";
}
