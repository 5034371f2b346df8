using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.SignOut;

/// <summary>Asks before it ends the session everywhere.</summary>
internal sealed class IndexModel : PageModel
{
    /// <summary>The applications that end with it.</summary>
    public IReadOnlyList<string> Applications { get; set; } = [];
}
