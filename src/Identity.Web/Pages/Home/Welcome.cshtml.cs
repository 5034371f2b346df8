using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.Home;

/// <summary>What a person who is not signed in sees first.</summary>
internal sealed class WelcomeModel : PageModel
{
    /// <summary>Where signing in starts.</summary>
    public string StartSignIn { get; set; } = "";

    /// <summary>Where creating an account starts.</summary>
    public string StartCreate { get; set; } = "";
}
