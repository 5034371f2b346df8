using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Letters;
using Identity.Domain.Phones;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
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

    private string? SignInId { get; set; }

    private int Contacts { get; set; }

    private bool HasEmail { get; set; }

    private bool HasAddress { get; set; }

    private IReadOnlyList<OtherWay> Elsewhere { get; set; } = [];

    private IReadOnlyList<Phone> Phones { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(
        [FromServices] PhoneStore phones, [FromServices] AccountStore accounts, [FromServices] LetterAddresses addresses,
        [FromServices] Domain.Recovery.RecoveryContacts contacts, [FromServices] UpstreamWays upstream)
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return Next(Url.SignInEmail(await interactions.BeginOwnAsync(HttpContext, Url.SignInDetails())));

        Held = await waysIn.FindAsync(session.AccountId, HttpContext.RequestAborted);
        Passkeys = [.. (await store.ListAsync(session.AccountId, HttpContext.RequestAborted)).Select(passkey => new PasskeyCard(passkey))];
        var account = await accounts.FindAsync(session.AccountId, HttpContext.RequestAborted);
        (SignInId, HasEmail) = (account?.SignInId, account?.Email is not null);
        Contacts = (await contacts.OfAsync(session.AccountId, HttpContext.RequestAborted)).Count;
        HasAddress = await addresses.FindAsync(session.AccountId, HttpContext.RequestAborted) is not null;
        Phones = await phones.OfAsync(session.AccountId, HttpContext.RequestAborted);
        Elsewhere = await upstream.OfAsync(session.AccountId, Url, HttpContext.RequestAborted);
        if (Happened is not null && enrolment.IsAvailable)
            Signals = await news.SignalsAsync(session.AccountId, HttpContext.RequestAborted);
        return Page();
    }

    public IEnumerable<OtherWay> Others(Text words, IUrlHelper url) => OtherWays.Of(Held, Phones, SignInId, HasAddress, words, url)
        .Prepend(OtherWays.Email(HasEmail, words, url)).Concat(Elsewhere).Append(OtherWays.People(Contacts, words, url));
}
