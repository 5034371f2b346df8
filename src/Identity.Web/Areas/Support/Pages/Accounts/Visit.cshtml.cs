using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Verification;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Accounts;

/// <summary>S3: a code that takes a caller to a desk, where no check by telephone is enough.</summary>
[Needs(Permission.Act)]
internal sealed class VisitModel(AccountFiles files, CallerVisits visits) : AccountPage(files)
{
    [FromQuery(Name = "cannotSignIn")]
    public bool CannotSignIn { get; set; }

    /// <summary>The code to read out, shown once.</summary>
    [TempData(Key = "support-visit")]
    public string? Code { get; set; }

    /// <summary>Why there is none.</summary>
    public bool IsNotChosen { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Code = await visits.AskAsync(Own, Look, CannotSignIn, Aborted);
        IsNotChosen = Code is null;
        return IsNotChosen ? Page() : Next(SupportLinks.Visit(Look, CannotSignIn));
    }
}
