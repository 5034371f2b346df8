using System.Net;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Passkeys;

/// <summary>Does what the script of a page does, with an authenticator in software.</summary>
public abstract class PasskeyPages : JourneyTest
{
    protected SoftwareAuthenticator Phone { get; } = new(TestProvider.Issuer.GetLeftPart(UriPartial.Authority));

    /// <summary>The question behind the passkey button of a page.</summary>
    protected async Task<string> OptionsAsync(Page page, TestBrowser? browser = null)
    {
        var form = page.PasskeyForm;
        using var answer = await (browser ?? Browser).PostAsync(form.Options, form.Hidden);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Posts an answer as the button does.</summary>
    protected Task<Page> AnswerAsync(Page page, string answer, TestBrowser? browser = null) =>
        (browser ?? Browser).PostFormAsync(page, page.PasskeyForm.Action, [.. page.PasskeyForm.Hidden.Where(field => field.Key != "Credential"), new("Credential", answer)]);

    protected async Task<Page> UseAsync(Page page, Action<AuthenticatorAnswer>? change = null) =>
        await AnswerAsync(page, Phone.Get(await OptionsAsync(page), change));

    protected async Task<Page> MakeAsync(Page page, Action<AuthenticatorAnswer>? change = null) =>
        await AnswerAsync(page, Phone.Create(await OptionsAsync(page), change));

    protected static void Tells(string words, Page page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
    }
}
