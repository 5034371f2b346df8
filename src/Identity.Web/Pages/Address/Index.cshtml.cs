using Identity.Domain.Accounts;
using Identity.Domain.Letters;
using Identity.Domain.Sessions;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Identity.Web.Pages.SignInDetails;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Address;

/// <summary>Where letters go, for whoever wants to be written to by post or has no other way.</summary>
internal sealed class IndexModel(Confirmation confirmation, LetterAddresses addresses, Text text) : JourneyPage
{
    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Town { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (session, elsewhere) = await RequireAsync();
        if (session is null)
            return elsewhere ?? DeadEnd();
        if (await addresses.FindAsync(session.AccountId, HttpContext.RequestAborted) is { } address)
            (Street, Town, Postcode) = (Street ?? address.StreetAddress, Town ?? address.Locality, Postcode ?? address.PostalCode);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await RequireAsync();
        if (session is null)
            return elsewhere ?? DeadEnd();
        var reading = Domain.Accounts.PostalAddress.FromTyped(Street, Town, Postcode);
        if (reading is not PostalAddressReading.Read(var address))
            return Refuse((PostalAddressReading.Refused)reading);

        // Whoever was signed out meanwhile comes back to this page, and signs in on the way.
        if (!await addresses.ChangeAsync(session, session.AccountId, address, HttpContext.RequestAborted))
            return Next(Url.PostalAddress());
        TempData[PasskeyNews.Key] = "address.saved";
        return Next(Url.SignInDetails());
    }

    private Task<(Session? Session, IActionResult? Elsewhere)> RequireAsync() => confirmation.RequireAsync(Url, Url.PostalAddress());

    private IActionResult Refuse(PostalAddressReading.Refused refused)
    {
        Refuse(nameof(Street), "address.street.wrong", refused.Street);
        Refuse(nameof(Town), "address.town.wrong", refused.Town);
        Refuse(nameof(Postcode), "address.postcode.wrong", refused.Postcode);
        return Page();
    }

    private void Refuse(string field, string words, bool wrong)
    {
        if (wrong)
            ModelState.AddModelError(field, text[words].ToString());
    }
}
