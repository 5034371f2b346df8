using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.Cookies;

/// <summary>Only cookies without which nothing works: so there is no banner, and this page is enough.</summary>
internal sealed class IndexModel(CookieList cookies) : PageModel
{
    public IReadOnlyList<CookieList.Entry> Cookies => cookies.For(Request);
}
