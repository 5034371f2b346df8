using Identity.Web.Themes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.Help;

/// <summary>How to reach people, from every page.</summary>
internal sealed class IndexModel(Wardrobe wardrobe) : PageModel
{
    public Contact Contact => wardrobe.For(HttpContext).Contact;
}
