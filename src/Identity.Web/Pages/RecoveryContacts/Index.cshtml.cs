using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.RecoveryContacts;

/// <summary>The people whom a citizen chose to vouch for them, should they ever lose everything.</summary>
internal sealed class IndexModel(Confirmation confirmation, Domain.Recovery.RecoveryContacts contacts, AccountStore accounts, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = RecoveryContactProblems.NameMissing)]
    [StringLength(100, ErrorMessage = RecoveryContactProblems.NameLong)]
    public string? TheirName { get; set; }

    [BindProperty]
    [Required(ErrorMessage = RecoveryContactProblems.EmailMissing)]
    [StringLength(254, ErrorMessage = RecoveryContactProblems.EmailFormat)]
    public string? TheirEmail { get; set; }

    public IReadOnlyList<RecoveryContact> Contacts { get; private set; } = [];

    public bool MayAdd => Contacts.Count < Domain.Recovery.RecoveryContacts.Most;

    /// <summary>What has just been done, by the key of its words.</summary>
    [TempData(Key = "recovery-contact")]
    public string? Result { get; set; }

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();
        if (EmailAddress.Read(TheirEmail) is not EmailReading.Read(var address))
            return Problem(nameof(TheirEmail), text[RecoveryContactProblems.EmailFormat].ToString());
        if (await accounts.FindAsync(session.AccountId, HttpContext.RequestAborted) is not { } owner)
            return Next(Url.RecoveryContacts());

        switch (await contacts.AddAsync(session, owner, TheirName!, address, HttpContext.RequestAborted)) // Required, so it is not null.
        {
            case ContactOutcome.Added:
                Result = "contacts.added";
                return Next(Url.RecoveryContacts());
            case ContactOutcome.Own:
                return Problem(nameof(TheirEmail), text[RecoveryContactProblems.EmailOwn].ToString());
            case ContactOutcome.Already:
                return Problem(nameof(TheirEmail), text[RecoveryContactProblems.EmailAlready].ToString());
            case ContactOutcome.TooMany or ContactOutcome.SignedOut:
                return Next(Url.RecoveryContacts());
            default:
                throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid contact)
    {
        ModelState.Clear();
        var (session, elsewhere) = await FindAsync();
        if (session is null)
            return elsewhere ?? DeadEnd();
        if (await contacts.RemoveAsync(session, contact, HttpContext.RequestAborted))
            Result = "contacts.removed";
        return Next(Url.RecoveryContacts());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Url.RecoveryContacts());
        if (session is not null)
            Contacts = await contacts.OfAsync(session.AccountId, HttpContext.RequestAborted);
        return (session, elsewhere);
    }
}
