using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.SignOut;

/// <summary>The session has ended.</summary>
internal sealed class DoneModel : PageModel
{
    /// <summary>The application that asked for it, if one did.</summary>
    public string? Application { get; set; }

    /// <summary>Its validated address to return to.</summary>
    public string? Return { get; set; }
}
