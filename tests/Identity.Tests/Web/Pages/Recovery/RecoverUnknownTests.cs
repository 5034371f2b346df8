using System.Net;
using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Known and unknown accounts cannot be told apart by whoever has shown nothing.</summary>
public sealed partial class RecoverUnknownTests : RecoverTest
{
    private const string Nobody = "nobody@example.test";

    [Theory]
    [InlineData("EmailCode", "123456")]
    [InlineData("AppCode", "123456")]
    [InlineData("BackupCode", "ABCD-EFGH-JKLM-NPQR")]
    [InlineData("ContactCode", "123456")]
    public async Task Every_page_of_an_unknown_account_is_that_of_a_known_one(string proof, string typed)
    {
        Assert.Equal(await WalkAsync("alice@example.test", proof, ("Code", typed)), await WalkAsync(Nobody, proof, ("Code", typed)));
    }

    [Fact]
    public async Task So_is_that_for_a_wrong_password() => Assert.Equal(
        await WalkAsync("alice@example.test", "Password", ("Password", "wrong-password-typed")), await WalkAsync(Nobody, "Password", ("Password", "wrong-password-typed")));

    [Fact]
    public async Task Whoever_reads_the_mail_of_an_address_without_an_account_is_told_so()
    {
        await ChooseAsync(Browser, await BeginAsync(Browser, "Password", Nobody), "EmailCode");

        var mail = (await MailAsync(1))[0];
        Assert.Equal(Nobody, mail.Destination);
        Assert.Contains("There is none", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{6}", mail.Body);
    }

    [Fact]
    public async Task Guesses_are_counted_for_accounts_that_are_not_there()
    {
        var show = await ChooseAsync(Browser, await BeginAsync(Browser, "Password", Nobody), "BackupCode");
        Page answer = show;
        for (var tries = 0; tries < 6; tries++)
            answer = await Browser.SubmitAsync(show, ("Code", $"ABCD-EFGH-JKLM-NP{tries + 2}R"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
    }

    private async Task<string> WalkAsync(string identifier, string proof, (string, string) typed)
    {
        using var browser = Provider.Browser();
        var how = await BeginAsync(browser, "Password", identifier);
        var wrong = how;
        // Its own password has nothing to choose it by where it is what was lost.
        if (proof == "Password")
            how = await BeginAsync(browser, "Email", identifier);
        var show = await ChooseAsync(browser, how, proof);
        wrong = await browser.SubmitAsync(show, typed);
        return Own().Replace($"{how.Words}\n{show.Words}\n{wrong.Words}\n{show.Status} {wrong.Status}", "-").Replace(identifier, "", StringComparison.Ordinal);
    }

    // What is another each time: references.
    [GeneratedRegex(@"\b[A-Z0-9]{4}-?[A-Z0-9]{4}\b")]
    private static partial Regex Own();
}
