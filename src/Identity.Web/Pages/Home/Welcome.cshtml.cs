using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.Home;

/// <summary>What a person who is not signed in sees first.</summary>
internal sealed class WelcomeModel : PageModel;
