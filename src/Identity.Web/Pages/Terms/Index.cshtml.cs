using Identity.Web.Locales;
using Identity.Web.Organisation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Terms;

/// <summary>What a citizen and the service owe each other.</summary>
internal sealed class IndexModel(IOptions<OrganisationOptions> options) : PageModel
{
    public string Organisation(Text text) => options.Value.NameOr(text);

    public Message Reviewed(Text text) => options.Value.ReviewedOn(text);
}
