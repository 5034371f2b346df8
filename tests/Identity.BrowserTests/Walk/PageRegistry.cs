using Identity.BrowserTests.Running;

namespace Identity.BrowserTests.Walk;

/// <summary>
/// Every page in every state there is. A new page gets its lines here and nowhere else: a test fails while it has none,
/// and all the others then walk to it.
/// </summary>
internal static class PageRegistry
{
    private const string WrongPassword = "wrong-password-typed";

    public static readonly IReadOnlyList<PageState> All =
    [
        .. About, .. SignIn, .. Confirm, .. Create, .. Share, .. Account, .. SecondStep, .. Proofs.All, .. OtherProviders.All, .. WaitingDevices.All, .. Recovery, .. SignOut, .. DeadEnds,
        new("/Mailbox/Index", "in Development", walker => walker.GoAsync("/dev/mailbox")),
    ];

    private static IEnumerable<PageState> About =>
    [
        At("/Accessibility/Index", "/accessibility"),
        At("/Cookies/Index", "/cookies"),
        At("/Help/Index", "/help"),
        At("/Privacy/Index", "/privacy"),
        At("/Terms/Index", "/terms"),
    ];

    private static IEnumerable<PageState> SignIn =>
    [
        new("/SignIn/Email", "for an application", walker => walker.AuthorizeAsync()),
        At("/SignIn/Email", "/sign-in"),
        Problem("/SignIn/Email", "Email", walker => walker.AuthorizeAsync(), walker => walker.FillAndSubmitAsync("Email", "nonsense")),
        new("/SignIn/Password", "for an address", walker => walker.PasswordAsync(walker.Email)),
        Problem("/SignIn/Password", "Password", walker => walker.PasswordAsync(walker.Email), walker => walker.FillAndSubmitAsync("Password", WrongPassword)),
        new("/SignIn/ContinueAs", "signed in", async walker =>
        {
            await walker.SignedInAsync();
            await walker.AuthorizeAsync(("prompt", "select_account"));
        }),
    ];

    private static IEnumerable<PageState> Confirm =>
    [
        new("/SignIn/Confirm", "with nothing that would do", walker => ConfirmAsync(walker, ("acr_values", "phr"))),
        new("/SignIn/Confirm", "with several ways", OtherWaysAsync),
        Problem("/SignIn/Confirm", "Chosen", OtherWaysAsync, walker => walker.SubmitAsync()),
        new("/SignIn/AppCode", "after the password", walker => walker.SecondStepAsync()),
        Problem("/SignIn/AppCode", "Code", walker => walker.SecondStepAsync(), walker => walker.FillAndSubmitAsync("Code", "12345")),
        new("/SignIn/BackupCode", "after the password", BackupCodeAsync),
        Problem("/SignIn/BackupCode", "Code", BackupCodeAsync, walker => walker.FillAndSubmitAsync("Code", "nonsense")),
        new("/SignIn/PhoneCode", "after the password", walker => walker.PhoneStepAsync()),
        Problem("/SignIn/PhoneCode", "Code", walker => walker.PhoneStepAsync(), walker => walker.FillAndSubmitAsync("Code", "12345")),
        new("/SignIn/Passkey", "in place of a password", async walker =>
        {
            await walker.AuthorizeAsync();
            await walker.GoOnAsync("/passkey");
        }),
        new("/SignIn/ConfirmPassword", "for an application", walker => ConfirmAsync(walker, ("max_age", "0"))),
        Problem("/SignIn/ConfirmPassword", "Password", walker => ConfirmAsync(walker, ("max_age", "0")), walker => walker.FillAndSubmitAsync("Password", WrongPassword)),
    ];

    private static IEnumerable<PageState> Create =>
    [
        At("/Create/Email", "/create"),
        Problem("/Create/Email", "Email", walker => walker.GoAsync("/create"), walker => walker.FillAndSubmitAsync("Email", "nonsense")),
        new("/Create/WithoutEmail", "for an application", WithoutEmailAsync),
        Problem("/Create/WithoutEmail", "First", WithoutEmailAsync, walker => walker.SubmitAsync()),
        new("/Backup/Sheet", "for somebody without an address", async walker =>
        {
            await WithoutEmailAsync(walker);
            await walker.FillAndSubmitAsync("First", "Bronwen");
            await walker.FillAndSubmitAsync("Password", RunningProvider.Password);
        }),
        new("/Create/Code", "for an address", walker => walker.CodeAsync()),
        Problem("/Create/Code", "Code", walker => walker.CodeAsync(), walker => walker.FillAndSubmitAsync("Code", "12345")),
        new("/Create/Password", "for an address that was shown", walker => walker.ConfirmedAsync()),
        Problem("/Create/Password", "Password", walker => walker.ConfirmedAsync(), walker => walker.FillAndSubmitAsync("Password", "short")),
        new("/Create/Passkey", "for an address that was shown", async walker =>
        {
            await walker.ConfirmedAsync();
            await walker.GoOnAsync("/passkey");
        }),
        new("/Create/Name", "for an application", walker => walker.CreatedAsync()),
        Problem("/Create/Name", "First", walker => walker.CreatedAsync(), walker => walker.SubmitAsync()),
        new("/Create/BirthDate", "for an application", NamedAsync),
        Problem("/Create/BirthDate", "Birth-Day", NamedAsync, walker => walker.SubmitAsync()),
    ];

    private static IEnumerable<PageState> Share =>
    [
        new("/Consent/Share", "signed in", ShareAsync),
        new("/Consent/Refused", "having refused", async walker =>
        {
            await ShareAsync(walker);
            await walker.SubmitAsync("refuse");
        }),
        new("/FormPost/Index", "back to an application by a form", async walker =>
        {
            await walker.SharesAsync();
            await walker.AuthorizeAsync(("response_mode", "form_post"));
        }),
    ];

    private static IEnumerable<PageState> Account =>
    [
        At("/Home/Welcome", "/welcome"),
        SignedIn("/Home/Index", "/"),
        SignedIn("/Home/StopSharing", "/stop-sharing/appointments"),
        SignedIn("/Devices/Index", "/account/devices"),
        new("/Devices/Index", "signed in elsewhere too", DevicesAsync),
        new("/Devices/Index", "with one just signed out", async walker =>
        {
            await DeviceAsync(walker);
            await walker.SubmitAsync();
        }),
        new("/Devices/SignOut", "for another device", DeviceAsync),
        SignedIn("/WhoLooked/Index", "/account/activity"),
        At("/CallerCheck/Index", "/caller"),
        Problem("/CallerCheck/Index", "SentCode", walker => walker.GoAsync("/caller"), walker => walker.FillAndSubmitAsync("NumberCode", "12345")),
        SignedIn("/CallerCheck/SignedIn", "/account/caller"),
        Problem("/CallerCheck/SignedIn", "NumberCode", CallerAsync, walker => walker.FillAndSubmitAsync("NumberCode", "12345")),
        At("/StopChange/Index", "/stop-change/of-another-day"),
        SignedIn("/SignInDetails/Index", "/account/sign-in"),
        new("/SignInDetails/Index", "with a passkey", walker => PasskeyAsync(walker, _ => "/account/sign-in")),
        SignedIn("/SignInDetails/AddPasskey", "/account/passkeys/add"),
        new("/SignInDetails/RenamePasskey", "just confirmed", RenameAsync),
        Problem("/SignInDetails/RenamePasskey", "Nickname", RenameAsync, walker => walker.FillAndSubmitAsync("Nickname", " ")),
        new("/SignInDetails/RemovePasskey", "just confirmed", walker => PasskeyAsync(walker, passkey => $"/account/passkeys/{passkey:D}/remove")),
        SignedIn("/Password/Change", "/account/password"),
        Problem("/Password/Change", "PresentPassword", PasswordFormAsync, async walker =>
        {
            await walker.FillAsync("NewPassword", "lantern-orchard-thimble");
            await walker.FillAndSubmitAsync("PresentPassword", WrongPassword);
        }),
        new("/Password/Changed", "just now", async walker =>
        {
            await PasswordFormAsync(walker);
            await walker.FillAsync("NewPassword", "lantern-orchard-thimble");
            await walker.FillAndSubmitAsync("PresentPassword", RunningProvider.Password);
        }),
    ];

    private static IEnumerable<PageState> SecondStep =>
    [
        new("/Authenticator/SetUp", "signed in", walker => walker.AppFormAsync()),
        Problem("/Authenticator/SetUp", "Code", walker => walker.AppFormAsync(), walker => walker.FillAndSubmitAsync("Code", "12345")),
        new("/Authenticator/Added", "just now", walker => walker.AddAppAsync()),
        new("/Authenticator/Remove", "with an app", AppToRemoveAsync),
        new("/Authenticator/Removed", "just now", async walker =>
        {
            await AppToRemoveAsync(walker);
            await walker.SubmitAsync();
        }),
        SignedIn("/Address/Index", "/account/address"),
        Problem("/Address/Index", "Street", AddressAsync, async walker =>
        {
            await walker.FillAsync("Town", "Cardiff");
            await walker.FillAndSubmitAsync("Postcode", "CF10 1AA");
        }),
        SignedIn("/Phones/Add", "/account/phones/add"),
        Problem("/Phones/Add", "Number", walker => walker.AddPhoneAsync(), walker => walker.FillAndSubmitAsync("Number", "nonsense")),
        new("/Phones/Code", "for a mobile", walker => walker.ConfirmPhoneAsync()),
        Problem("/Phones/Code", "Code", walker => walker.ConfirmPhoneAsync(), walker => walker.FillAndSubmitAsync("Code", "12345")),
        new("/Phones/Remove", "just confirmed", walker => walker.RemovePhoneAsync()),
        SignedIn("/Backup/Index", "/account/backup-codes"),
        new("/Backup/Sheet", "with new codes", walker => walker.GetCodesAsync()),
        new("/Backup/Index", "with codes", async walker =>
        {
            await walker.GetCodesAsync();
            await walker.GoAsync("/account/backup-codes");
        }),
    ];

    private static IEnumerable<PageState> Recovery =>
    [
        At("/Recovery/Index", "/recover"),
        Problem("/Recovery/Index", "Chosen", walker => walker.GoAsync("/recover"), walker => walker.SubmitAsync()),
        Problem("/Recovery/Who", "Identifier", walker => walker.LostAsync(), walker => walker.SubmitAsync()),
        new("/Recovery/How", "for an address", walker => walker.NamedAsync()),
        Problem("/Recovery/How", "Chosen", walker => walker.NamedAsync(), walker => walker.SubmitAsync()),
        new("/Recovery/Show", "a code by e-mail", walker => walker.ShowsAsync("EmailCode")),
        Problem("/Recovery/Show", "Code", walker => walker.ShowsAsync("BackupCode"), walker => walker.FillAndSubmitAsync("Code", "nonsense")),
        new("/Recovery/Passkey", "for an address", walker => walker.ShowsAsync("Passkey")),
        new("/Recovery/Support", "with nothing to show", walker => walker.ShowsAsync("None")),
        new("/Recovery/Screen", "showing a number", async walker =>
        {
            await walker.ShowsAsync("None");
            await walker.GoOnAsync("/screen");
            await walker.SubmitAsync();
        }),
        new("/Recovery/Reproof", "for an address", walker => walker.ShowsAsync("Identity")),
        new("/Recovery/Reproof", "with too little", walker => walker.ProvesAgainAsync("LOW 1")),
        new("/Recovery/Reproof", "with one that waits", async walker =>
        {
            await walker.ProvesAgainAsync("WAIT 1");
            await walker.GoOnAsync("/identity");
        }),
        new("/Recovery/ReproofWay", "with the pretend document", walker => walker.WayAgainAsync()),
        new("/Recovery/ReproofWay", "with another day to come", walker => walker.WayAgainAsync("in-person")),
        new("/Recovery/ReproofWay", "with a problem", async walker =>
        {
            await walker.WayAgainAsync("in-person");
            await walker.SubmitAsync();
        })
        { Problems = ["First", "Birth-Day"] },
        new("/Recovery/ReproofStep", "asked", walker => walker.AskedAgainAsync()),
        new("/Recovery/ReproofStep", "with a problem", walker => walker.ProvesAgainAsync("")) { Problems = ["Answers-0--Code"] },
        new("/Recovery/ReproofStep", "asked for a picture", walker => walker.ProvesAgainAsync("UPLOAD 1")),
        new("/Recovery/ReproofStep", "shown something", walker => walker.ProvesAgainAsync("SHOW 1")),
        new("/Recovery/ReproofStep", "waiting", walker => walker.ProvesAgainAsync("WAIT 1")),
        new("/Recovery/ReproofStep", "refused", walker => walker.ProvesAgainAsync("NOMATCH")),
        new("/Recovery/Wait", "for a day", walker => walker.WaitsAsync()),
        new("/Recovery/Wait", "having proved again who they are", async walker =>
        {
            await walker.HasProofAsync();
            await walker.ProvesAgainAsync("HIGH 1");
        }),
        new("/Recovery/Finish", "with enough shown", walker => walker.MayGoInAsync()),
        Problem("/Recovery/Finish", "NewPassword", walker => walker.MayGoInAsync(), walker => walker.FillAndSubmitAsync("NewPassword", "short")),
        new("/Recovery/Done", "just now", async walker =>
        {
            await walker.MayGoInAsync();
            await walker.FillAndSubmitAsync("NewPassword", "lantern-orchard-thimble");
        }),
        new("/NotMe/Index", "from a notice", walker => walker.DisavowAsync()),
        new("/NotMe/Frozen", "just now", async walker =>
        {
            await walker.DisavowAsync();
            await walker.SubmitAsync();
        }),
        SignedIn("/ChangeEmail/Index", "/account/email"),
        Problem("/ChangeEmail/Index", "Email", EmailFormAsync, walker => walker.FillAndSubmitAsync("Email", "nonsense")),
        Problem("/ChangeEmail/Code", "Code", async walker =>
        {
            await EmailFormAsync(walker);
            await walker.FillAndSubmitAsync("Email", $"new-{walker.Email}");
        }, walker => walker.FillAndSubmitAsync("Code", "12345")),
        SignedIn("/RecoveryContacts/Index", "/account/recovery-contacts"),
        Problem("/RecoveryContacts/Index", "TheirEmail", ContactsAsync, async walker =>
        {
            await walker.FillAsync("TheirName", "Nia");
            await walker.FillAndSubmitAsync("TheirEmail", "nonsense");
        }),
    ];

    private static IEnumerable<PageState> SignOut =>
    [
        SignedIn("/SignOut/Index", "/sign-out"),
        SignedIn("/SignOut/ForApplication", "/end-session?client_id=appointments"),
        At("/SignOut/Done", "/sign-out/done"),
    ];

    private static IEnumerable<PageState> DeadEnds =>
    [
        new("/Errors/Error", "E1 expired", async walker =>
        {
            await walker.AuthorizeAsync();
            await walker.GoAsync("/sign-in/of-another-day");
        }),
        new("/Errors/Error", "E2 too many tries", async walker =>
        {
            await walker.PasswordAsync(walker.Email);
            await walker.FillAndSubmitAsync("Password", WrongPassword);
            await walker.FillAndSubmitAsync("Password", WrongPassword);
        }),
        new("/Errors/Error", "E3 unknown application", walker => walker.AuthorizeAsync(("client_id", "nobody"))),
        new("/Errors/Error", "E4 cookies blocked", async walker =>
        {
            await walker.AuthorizeAsync();
            await walker.ForgetAsync();
            await walker.SpeakAsync();
            await walker.Page.ReloadAsync();
        }),
        At("/Errors/Error", "/nowhere"),
        At("/Errors/Error", "/dead-end/unavailable"),
        new("/Errors/Error", "E7 application paused", walker => walker.GoAsync("/" + RunningProvider.Paused.AuthorizeUrl())),
        new("/Errors/Error", "E8 account held", async walker =>
        {
            await walker.PasswordAsync(RunningProvider.Held);
            await walker.FillAndSubmitAsync("Password", RunningProvider.Password);
        }),
        At("/Errors/Error", "/dead-end/unexpected"),
    ];

    private static PageState At(string page, string path) => new(page, $"at {path}", walker => walker.GoAsync(path));

    private static PageState SignedIn(string page, string path) => new(page, $"signed in at {path}", async walker =>
    {
        await walker.SharesAsync();
        await walker.GoAsync(path);
    });

    private static PageState Problem(string page, string field, Func<Walker, Task> reach, Func<Walker, Task> mistake) => new(page, "with a problem", async walker =>
    {
        await reach(walker);
        await mistake(walker);
    })
    {
        Problems = [field],
    };

    private static async Task AddressAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/address");
    }

    private static async Task WithoutEmailAsync(Walker walker)
    {
        await walker.AuthorizeAsync();
        await walker.GoAsync(new Uri(walker.Page.Url).AbsolutePath.Replace("/sign-in/", "/create/", StringComparison.Ordinal) + "/without-email");
    }

    private static async Task NamedAsync(Walker walker)
    {
        await walker.CreatedAsync();
        await walker.FillAsync("Last", "Archer");
        await walker.FillAndSubmitAsync("First", "Alice");
    }

    private static async Task ShareAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await walker.AuthorizeAsync();
    }

    private static async Task AppToRemoveAsync(Walker walker)
    {
        await walker.AddAppAsync();
        await walker.GoAsync("/account/authenticator-app");
    }

    private static async Task CallerAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/caller");
    }

    private static async Task PasswordFormAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/password");
    }

    private static async Task EmailFormAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/email");
    }

    private static async Task ContactsAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/recovery-contacts");
    }

    private static async Task DevicesAsync(Walker walker)
    {
        await walker.SignedInElsewhereAsync();
        await walker.GoAsync("/account/devices");
    }

    private static async Task DeviceAsync(Walker walker)
    {
        var session = await walker.SignedInElsewhereAsync();
        await walker.GoAsync($"/account/devices/{session:D}/sign-out");
    }

    private static async Task OtherWaysAsync(Walker walker)
    {
        await walker.SecondStepAsync();
        await walker.GoOnAsync("/confirm-it-is-you?other=true");
    }

    private static async Task BackupCodeAsync(Walker walker)
    {
        await walker.SecondStepAsync();
        await walker.GoOnAsync("/backup-code");
    }

    private static Task RenameAsync(Walker walker) => PasskeyAsync(walker, passkey => $"/account/passkeys/{passkey:D}/rename");

    private static async Task PasskeyAsync(Walker walker, Func<Guid, string> page) => await walker.GoAsync(page(await walker.PasskeyAsync()));

    private static async Task ConfirmAsync(Walker walker, params (string, string?)[] changes)
    {
        await walker.SharesAsync();
        await walker.AuthorizeAsync(changes);
    }
}
