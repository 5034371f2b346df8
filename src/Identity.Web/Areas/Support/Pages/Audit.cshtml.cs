using Identity.Domain.Audit;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S9: what one member of staff did, what staff did with one account, and the proof that no line of anybody's was changed, removed or put in.</summary>
[Needs(Permission.Audit, Fresh = true)]
internal sealed class AuditModel(RecordSearch search, StaffOversight oversight, Text text) : SupportPage
{
    private const string Asked = "support-audited";
    private const string Proving = "support-proving";

    [BindProperty]
    public string? Sign { get; set; }

    public FoundRecord? Record { get; private set; }

    public AuditReport? Report { get; private set; }

    public async Task OnGetAsync()
    {
        if (TempData[Asked] is string sign && (Record = await search.FindAsync(Own, sign, Aborted)) is null)
        {
            Sign = sign;
            ModelState.AddModelError(nameof(Sign), text["support.audit.none"].ToString());
        }
        if (TempData[Proving] is true)
            Report = await oversight.VerifyAsync(Aborted);
    }

    public IActionResult OnPost()
    {
        if (Sign is null || Sign.Trim().Length is < 4 or > RecordSearch.Longest)
            return Problem(nameof(Sign), text["support.audit.noSign"].ToString());
        TempData[Asked] = Sign.Trim();
        return Next(SupportLinks.Audit);
    }

    public IActionResult OnPostProve()
    {
        TempData[Proving] = true;
        return Next(SupportLinks.Audit);
    }
}
