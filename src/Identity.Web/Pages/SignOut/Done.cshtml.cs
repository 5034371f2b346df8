using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.SignOut;

/// <summary>The session has ended.</summary>
internal sealed class DoneModel : PageModel;
