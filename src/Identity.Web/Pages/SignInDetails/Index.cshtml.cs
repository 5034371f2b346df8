using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Phones;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Authenticator;
using Identity.Web.Pages.Backup;
using Identity.Web.Pages.Password;
using Identity.Web.Pages.Phones;
using Identity.Web.Pages.RecoveryContacts;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>Every way in to the account of whoever is signed in, passkeys first.</summary>
internal sealed class IndexModel(
    BrowserSession browser, Interactions interactions, PasskeyStore store, PasskeyEnrolment enrolment, WaysInStore waysIn, PasskeyNews news) : JourneyPage
{
    /// <summary>What was just changed, by the key of its words.</summary>
    [TempData(Key = PasskeyNews.Key)]
    public string? Happened { get; set; }

    public IReadOnlyList<PasskeyCard> Passkeys { get; private set; } = [];

    public bool MayAddPasskeys => enrolment.IsAvailable;

    /// <summary>What the browser's passkey manager is told after a change.</summary>
    public string? Signals { get; private set; }

    private HeldWays Held { get; set; } = new();

    private int Contacts { get; set; }

    private IReadOnlyList<Phone> Phones { get; set; } = [];

    public async Task<IActionResult> OnGetAsync([FromServices] PhoneStore phones, [FromServices] Domain.Recovery.RecoveryContacts contacts)
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return Next(Url.SignInEmail(await interactions.BeginOwnAsync(HttpContext, Url.SignInDetails())));

        Held = await waysIn.FindAsync(session.AccountId, HttpContext.RequestAborted);
        Passkeys = [.. (await store.ListAsync(session.AccountId, HttpContext.RequestAborted)).Select(passkey => new PasskeyCard(passkey))];
        Contacts = (await contacts.OfAsync(session.AccountId, HttpContext.RequestAborted)).Count;
        Phones = await phones.OfAsync(session.AccountId, HttpContext.RequestAborted);
        if (Happened is not null && enrolment.IsAvailable)
            Signals = await news.SignalsAsync(session.AccountId, HttpContext.RequestAborted);
        return Page();
    }

    internal sealed record Other(Message Name, Message Value, string? Href, Message? Action);

    public IEnumerable<Other> Others(Text words, IUrlHelper url) =>
    [
        Held.Password
            ? new(words["details.password"], words["details.password.set"], url.ChangePassword(), words["common.change"])
            : new(words["details.password"], words["details.password.none"], null, null),
        // An app stands beside a password; whoever has none needs none.
        .. Held switch
        {
            { App: true } => new Other[] { new(words["details.app"], words["details.app.set"], url.RemoveApp(), words["details.app.remove"]) },
            { Password: true } => [new(words["details.app"], words["details.app.none"], url.SetUpApp(), words["details.app.setUp"])],
            _ => [],
        },
        .. Phones.Select(phone => new Other(words["phones.row", ("ending", phone.Number.Ending)],
            words[phone.IsUnreachable ? "phones.row.unreachable" : phone.Number.TakesTexts ? "phones.row.mobile" : "phones.row.landline"],
            url.RemovePhone(phone.Id), words["details.app.remove"])),
        new(words["phones.another"], words[Phones.Count == 0 ? "phones.none" : "phones.several"], url.AddPhone(), words["phones.add"]),
        new(words["details.codes"], words["details.codes.left", ("count", Held.BackupCodes)], url.BackupCodes(), words["details.codes.see"]),
        new(words["contacts.link"], Contacts == 0 ? words["contacts.none"] : words["contacts.some", ("count", Contacts)], url.RecoveryContacts(), words["contacts.change"]),
    ];
}
