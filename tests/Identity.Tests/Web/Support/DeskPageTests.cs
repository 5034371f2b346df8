using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Testing;
using Identity.Tests.Domain.Support;

namespace Identity.Tests.Web.Support;

/// <summary>S11: what somebody at a desk does with the pages.</summary>
public sealed class DeskPageTests() : DeskTest(StorageProvider.Sqlite)
{
    private static readonly (string, string)[] Document =
    [
        ("Document", "Passport"), ("Country", "gbr"), ("DocumentNumber", "123 456-789"), ("Likeness", "true"), ("Genuine", "true"), ("InDate", "true"), ("SameDetails", "true"),
    ];

    private static readonly (string, string)[] Vouch = [("Words", "she is our patient"), ("Years", "6"), ("Family", "no"), ("SameDetails", "true")];

    [Fact]
    public async Task A_code_shows_what_was_claimed_and_a_document_proves_it()
    {
        using var browser = At(Bella);
        var person = await PersonAsync(browser);
        Assert.Contains("Alice Archer", person.Words, StringComparison.Ordinal);
        Assert.Contains("1 High Street, Cardiff, CF10 1AA", person.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("alice@example.test", person.Html, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(await browser.OpenAsync(person.Path + "/document"), Document);

        Assert.Equal("/support/desk", done.Path);
        Assert.Contains("Thank you", done.Words, StringComparison.Ordinal);
        Assert.Equal("passport", Assert.Single((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence).Kind);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(person.Path)).Status);
        using var citizen = Provider.Browser();
        await Provider.SignInAsync(citizen, Alice);
        Assert.Contains($"{(await Staff.SessionAsync(Bella)).Staff.Sign} at a desk compared a document with you", (await citizen.OpenAsync("/account/activity")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Document", "", "Choose which document you hold")]
    [InlineData("Document", "99", "Choose which document you hold")]
    [InlineData("Country", "Britain", "Enter the three letters of the country")]
    [InlineData("Country", "G1R", "Enter the three letters of the country")]
    [InlineData("DocumentNumber", "- -", "Enter the number of the document")]
    [InlineData("DocumentNumber", "12345678901234567890123456789012345678901", "Enter the number of the document")]
    [InlineData("Likeness", "false", "Tick this if it is so")]
    [InlineData("Genuine", "", "Tick this if it is so")]
    [InlineData("InDate", "no", "Tick this if it is so")]
    [InlineData("SameDetails", "false", "Tick this if it is so")]
    public async Task Without_one_of_the_answers_nothing_is_confirmed_and_the_others_are_kept(string field, string typed, string words)
    {
        using var browser = At(Bella);
        var form = await browser.OpenAsync((await PersonAsync(browser)).Path + "/document");

        var page = await browser.SubmitAsync(form, [.. Document.Where(one => one.Item1 != field), (field, typed)]);

        Assert.Equal(form.Path, page.Path);
        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        if (field != "DocumentNumber")
            Assert.Contains("value=\"123 456-789\"", page.Html, StringComparison.Ordinal);
        Assert.Empty((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
    }

    [Theory]
    [InlineData("Words", "patient", "Write at least 10 characters")]
    [InlineData("Years", "many", "Enter a whole number of years")]
    [InlineData("Years", "2000", "Enter a whole number of years")]
    [InlineData("Years", "1", "You must have known the person for two years")]
    [InlineData("Family", "", "Say whether you are of one family")]
    [InlineData("Family", "yes", "You may not confirm family")]
    [InlineData("SameDetails", "", "Tick this if it is so")]
    public async Task A_vouch_that_lacks_something_or_may_not_be_is_refused_in_words(string field, string typed, string words)
    {
        using var browser = At(Bella);
        var form = await browser.OpenAsync((await PersonAsync(browser)).Path + "/vouch");

        var page = await browser.SubmitAsync(form, [.. Vouch.Where(one => one.Item1 != field), (field, typed)]);

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Empty((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
    }

    [Fact]
    public async Task A_vouch_is_taken_and_a_doubt_too()
    {
        using var browser = At(Bella);

        Assert.Contains("Thank you", (await browser.SubmitAsync(await browser.OpenAsync((await PersonAsync(browser)).Path + "/vouch"), Vouch)).Words, StringComparison.Ordinal);
        var doubt = await browser.OpenAsync((await PersonAsync(browser)).Path + "/decline");
        Assert.Contains("Choose why you cannot confirm them", (await browser.SubmitAsync(doubt)).Words, StringComparison.Ordinal);
        Assert.Contains("Thank you", (await browser.SubmitAsync(doubt, ("Doubt", "Details"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_used_their_passkey_lately_is_asked_for_it_before_they_confirm()
    {
        using var browser = At(Bella);
        var person = await PersonAsync(browser);
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        var confirm = await browser.OpenAsync(person.Path + "/document");

        Assert.Equal("/support/confirm", confirm.Path);
        Assert.Equal(person.Path, (await browser.OpenAsync(person.Path)).Path);
    }

    [Fact]
    public async Task A_wrong_code_is_said_in_words_and_kept_nowhere()
    {
        using var browser = At(Bella);
        var page = await browser.OpenAsync("/support/desk");

        Assert.Contains("Enter the code", (await browser.SubmitAsync(page, ("Code", " "))).Words, StringComparison.Ordinal);
        var wrong = await browser.SubmitAsync(page, ("Code", "6789-GHJK"));

        Assert.Contains("This code is wrong, used or too old", wrong.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("6789-GHJK", wrong.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_reads_out_a_code_once_for_whoever_has_lost_every_contact()
    {
        var both = await Staff.HireAsync("senior");
        using var agent = At(both);
        await Provider.Get<IDatabase>().WriteAsync(write => write.ExecuteAsync(new Statement("test.long-ago", "UPDATE accounts SET created_at = @then WHERE id = @account"),
            ("account", Alice), ("then", Provider.Clock.GetUtcNow().AddDays(-30).ToUnixTimeMilliseconds())), Cancellation);
        var account = await agent.SubmitAsync(await agent.OpenAsync("/support/find"), ("By", "Email"), ("Whole", "alice@example.test"), ("Reason", "Caller"), ("Words", "she has lost everything"));
        var caller = await agent.OpenAsync(account.Path + "/caller?cannotSignIn=true");
        Assert.Contains("Show a document at a desk", caller.Words, StringComparison.Ordinal);

        var visit = await agent.SubmitAsync(await agent.OpenAsync(account.Path + "/visit?cannotSignIn=true"));

        var code = Regex.Match(visit.Words, "[0-9A-Z]{4}-[0-9A-Z]{4}").Value;
        Assert.DoesNotContain(code, (await agent.OpenAsync(visit.Path + "?cannotSignIn=true")).Words, StringComparison.Ordinal);
        using var desk = At(Bella);
        var person = await desk.SubmitAsync(await desk.OpenAsync("/support/desk"), ("Code", code));
        Assert.Contains("Alice Archer", person.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("I know this person", person.Words, StringComparison.Ordinal);
        await desk.SubmitAsync(await desk.OpenAsync(person.Path + "/document"), Document);
        Assert.DoesNotContain("Not done", (await agent.OpenAsync(account.Path + "/caller?cannotSignIn=true")).Words, StringComparison.Ordinal);
    }

    private TestBrowser At(TestStaff.Employed staff)
    {
        var browser = Provider.SupportBrowser();
        browser.Cookies.Add(TestProvider.Support, new Cookie("support", staff.Key));
        return browser;
    }

    private async Task<Page> PersonAsync(TestBrowser browser) =>
        await browser.SubmitAsync(await browser.OpenAsync("/support/desk"), ("Code", Code(await WaitingAsync())));
}
