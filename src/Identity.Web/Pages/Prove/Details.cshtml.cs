using Identity.Domain.Accounts;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Web.Components;
using Identity.Web.Locales;
using Identity.Web.Pages.Create;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>Name and birth date, of whoever never gave them, before a way that has to be told them.</summary>
internal sealed class DetailsModel(ProveStep step, AccountStore accounts, OfferedVerifiers offered, Text text, TimeProvider clock) : ProvePage(step)
{
    private AccountClaims? _claims;

    [FromRoute]
    public string Verifier { get; set; } = "";

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public DateParts Birth { get; set; } = new();

    [BindProperty]
    public bool InPart { get; set; }

    public bool LacksName { get; private set; }

    public bool LacksBirthDate { get; private set; }

    /// <summary>Whether a way has to be told what an account does not know.</summary>
    public static bool AreMissing(VerifierManifest manifest, AccountClaims? claims) => claims is not null && (IsNameMissing(manifest, claims) || IsBirthDateMissing(manifest, claims));

    public async Task<IActionResult> OnGetAsync() => await LacksAsync() ? Page() : Next(Url.ProveBy(Journey, Verifier));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LacksAsync())
            return Done(Url.ProveBy(Journey, Verifier));

        var name = LacksName ? PersonAnswers.Name(ModelState, text, First, Last) : PersonName.FromStored(_claims?.GivenName, _claims?.FamilyName);
        var born = LacksBirthDate ? PersonAnswers.Birth(ModelState, text, Birth, InPart, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) : _claims?.BirthDate;
        if (!ModelState.IsValid)
            return Page();
        await accounts.UpdateDetailsAsync(Found.Session.AccountId, name, born, Aborted);
        return Next(Url.ProveBy(Journey, Verifier));
    }

    private async Task<bool> LacksAsync()
    {
        _claims = await accounts.ClaimsAsync(Found.Session.AccountId, Aborted);
        if (offered.Find(Verifier) is not { Manifest: var manifest } || _claims is null)
            return false;
        (LacksName, LacksBirthDate) = (IsNameMissing(manifest, _claims), IsBirthDateMissing(manifest, _claims));
        return LacksName || LacksBirthDate;
    }

    private static bool IsNameMissing(VerifierManifest manifest, AccountClaims claims) =>
        string.IsNullOrEmpty(claims.Name) && Tells(manifest, ClaimNames.GivenName, ClaimNames.FamilyName);

    private static bool IsBirthDateMissing(VerifierManifest manifest, AccountClaims claims) => claims.BirthDate is null && Tells(manifest, ClaimNames.BirthDate);

    // What others have to vouch for is never what the person says.
    private static bool Tells(VerifierManifest manifest, params IEnumerable<string> claims) => claims.Any(claim => manifest.Needs.Contains(claim) && !manifest.NeedsVouched.Contains(claim));
}
