using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Recovery;
using Identity.Protocol;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Consent;
using Identity.Web.Pages.SignInDetails;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Web.Pages.Home;

/// <summary>The account of the person who is signed in: who they are here, and who knows it.</summary>
internal sealed class IndexModel(BrowserSession browser, AccountStore accounts, ConsentStore consents, ClientDirectory clients, PasskeyUpgrade upgrade, Text text) : JourneyPage
{
    public string? Email { get; private set; }

    public string? SignInId { get; private set; }

    public string? Name { get; private set; }

    public BirthDate? BirthDate { get; private set; }

    public DateTimeOffset SignedInAt { get; private set; }

    /// <summary>Whether the browser may make a passkey in silence.</summary>
    public bool MayMakePasskey { get; private set; }

    public IReadOnlyList<UsedApplication> Applications { get; private set; } = [];

    /// <summary>When somebody will be let in who asked to get back into this account, if anybody did.</summary>
    public DateTimeOffset? OthersGetInAt { get; private set; }

    /// <summary>Whether that has just been stopped.</summary>
    [TempData(Key = "recovery-stopped")]
    public bool Stopped { get; set; }

    public async Task<IActionResult> OnGetAsync([FromServices] Recoveries recoveries, [FromServices] IOptions<ProtocolOptions> protocol)
    {
        if (await browser.FindAsync(HttpContext) is not { } session || await accounts.ClaimsAsync(session.AccountId, HttpContext.RequestAborted) is not { } claims)
            return Next(Url.Step("/Home/Welcome"));

        MayMakePasskey = await upgrade.FindAsync(HttpContext) is not null;
        OthersGetInAt = await recoveries.NextAsync(session.AccountId, HttpContext.RequestAborted);
        SignedInAt = session.Facts.At;
        (Email, SignInId, Name, BirthDate) = (claims.Email, claims.SignInId, claims.Name, claims.BirthDate);
        var given = await consents.ListAsync(session.AccountId, HttpContext.RequestAborted);
        Applications = [.. given.Select(consent => Used(consent, protocol.Value.Issuer!))]; // No host starts without an issuer.
        return Page();
    }

    /// <summary>Whoever is signed in did not ask for it.</summary>
    public async Task<IActionResult> OnPostStopAsync([FromServices] Recoveries recoveries)
    {
        if (await browser.FindAsync(HttpContext) is { } session)
            Stopped = await recoveries.CancelAsync(session.AccountId, "owner", HttpContext.RequestAborted);
        return Next(Url.Home());
    }

    /// <summary>What we know, without what we do not.</summary>
    public IEnumerable<(Message Name, string Value)> Facts(Text words) => new (Message Name, string? Value)[]
    {
        (words["claims.name"], Name),
        (words["claims.birthDate"], BirthDate is { } date ? words.Born(date) : null),
        (words["claims.email"], Email),
        (words["details.signInId"], SignInId),
    }.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value ?? ""));

    private UsedApplication Used(GivenConsent consent, Uri issuer)
    {
        var client = clients.Current.Find(consent.ClientId);
        // OpenID Connect Core §4: the application is told by whom the citizen is to be signed in, and asks for it as ever.
        var start = client is { Paused: false, InitiateLoginUri: { } address } ? QueryHelpers.AddQueryString(address, Parameters.Iss, issuer.AbsoluteUri) : null;
        return new(consent.ClientId, client?.ClientName ?? consent.ClientId, consent.LastUsed, [.. consent.Claims.Select(item => SharedValues.Name(item, text))], start);
    }
}
