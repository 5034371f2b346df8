using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Web.Support;

/// <summary>From a code on a piece of paper to the desk, page by page.</summary>
public sealed class JoinPageTests : ConsoleTest
{
    private static readonly string Origin = TestProvider.Support.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Two_people_join_and_vouch_for_each_other()
    {
        var invited = await Provider.Get<StaffInvitations>().InvitePairAsync(
            TestStaff.Invitee("ada@staff.test", "Ada", RoleTable.Operator), TestStaff.Invitee("ben@staff.test", "Ben", RoleTable.Operator), AuditSubject.Operator("host"), Cancellation);
        using var ada = Provider.SupportBrowser();
        using var ben = Provider.SupportBrowser();

        var waiting = await JoinAsync(ada, ((InviteOutcome.Invited)invited[0]).Code.Grouped);
        Assert.Contains("Another person must now vouch for you.", waiting.Words, StringComparison.Ordinal);
        var witness = await JoinAsync(ben, ((InviteOutcome.Invited)invited[1]).Code.Grouped);

        // Ben sees of Ada what Ada reads from her own screen.
        Assert.Contains(await Provider.Get<StaffDirectory>().MarkAsync(((InviteOutcome.Invited)invited[0]).StaffId, Cancellation), waiting.Words, StringComparison.Ordinal);
        Assert.Contains(await Provider.Get<StaffDirectory>().MarkAsync(((InviteOutcome.Invited)invited[0]).StaffId, Cancellation), witness.Words, StringComparison.Ordinal);
        await ben.SubmitAsync(witness, ("Staff", $"{((InviteOutcome.Invited)invited[0]).StaffId:D}"));

        var desk = await ada.OpenAsync("/support");
        Assert.Equal("/support", desk.Path);
        Assert.Contains("Hello Ada. Your role is: operator.", desk.Words, StringComparison.Ordinal);
        // Ben still waits: nobody has vouched for him.
        Assert.Equal("/support/witness", (await ben.OpenAsync("/support")).Path);
    }

    [Theory]
    [InlineData("", "Enter the 12 letters and numbers of your code")]
    [InlineData("AEIOU", "Enter the 12 letters and numbers of your code")]
    [InlineData("2345-BCDF-GHJK", "This code does not work, or works no more.")]
    public async Task What_is_no_code_is_told(string typed, string words)
    {
        using var browser = Provider.SupportBrowser();

        var page = await browser.SubmitAsync(await browser.OpenAsync("/support/join"), ("InvitationCode", typed));

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_asks_for_the_passkey_again_after_five_minutes_and_takes_no_one_elses()
    {
        var (ada, ben) = await Staff.FoundAsync();
        using var browser = At(ada);
        Assert.Equal("/support/staff/invite", (await browser.OpenAsync("/support/staff/invite")).Path);

        Provider.Clock.Advance(TimeSpan.FromMinutes(6));
        var confirm = await browser.OpenAsync("/support/staff/invite");

        Assert.Equal("/support/confirm", confirm.Path);
        var refused = await UseAsync(browser, confirm, ben.Authenticator, allowAny: true);
        Assert.Equal("/support/confirm", refused.Path);
        Assert.Equal("/support/staff/invite", (await UseAsync(browser, await browser.OpenAsync("/support/staff/invite"), ada.Authenticator)).Path);
    }

    [Fact]
    public async Task Nobody_is_led_out_of_the_console_by_a_link_to_the_confirmation()
    {
        var (ada, _) = await Staff.FoundAsync();
        using var browser = At(ada);

        var confirm = await browser.OpenAsync("/support/confirm?then=https%3A%2F%2Fevil.test%2F");

        Assert.Equal("/support", (await UseAsync(browser, confirm, ada.Authenticator)).Path);
    }

    [Fact]
    public async Task Whoever_does_nothing_for_ten_minutes_is_signed_out()
    {
        var (ada, _) = await Staff.FoundAsync();
        using var browser = At(ada);
        Assert.Equal("/support", (await browser.OpenAsync("/support")).Path);

        Provider.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("/support/sign-in", (await browser.OpenAsync("/support")).Path);
    }

    [Fact]
    public async Task However_busy_after_eight_hours_everybody_is_signed_out()
    {
        var (ada, _) = await Staff.FoundAsync();
        using var browser = At(ada);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(8); passed += TimeSpan.FromMinutes(8))
        {
            Assert.Equal("/support", (await browser.OpenAsync("/support")).Path);
            Provider.Clock.Advance(TimeSpan.FromMinutes(8));
        }

        Assert.Equal("/support/sign-in", (await browser.OpenAsync("/support")).Path);
    }

    [Fact]
    public async Task Signed_out_the_old_cookie_opens_nothing()
    {
        var (ada, _) = await Staff.FoundAsync();
        using var browser = At(ada);
        using var copy = At(ada);

        await browser.SubmitAsync(await browser.OpenAsync("/support/sign-out"));

        Assert.Equal("/support/sign-in", (await copy.OpenAsync("/support")).Path);
    }

    [Fact]
    public async Task An_operator_invites_and_sees_the_code_once()
    {
        var (ada, _) = await Staff.FoundAsync();
        using var browser = At(ada);

        var member = await browser.SubmitAsync(await browser.OpenAsync("/support/staff/invite"), ("Name", "Cora"), ("Email", "cora@staff.test"), ("OwnEmail", ""), ("Role", "agent"));

        Assert.Matches("Their code is [2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}", member.Words);
        Assert.DoesNotContain("Their code is", (await browser.OpenAsync(member.Path)).Words, StringComparison.Ordinal);
    }

    private static async Task<Page> JoinAsync(TestBrowser browser, string code)
    {
        var authenticator = new SoftwareAuthenticator(Origin);
        var keys = await browser.SubmitAsync(await browser.OpenAsync("/support/join"), ("InvitationCode", code));
        Assert.Equal("/support/keys", keys.Path);
        var made = await AnswerAsync(browser, keys, authenticator.Create(await OptionsAsync(browser, keys)));
        var signIn = await browser.SubmitAsync(made with { Address = new Uri(made.Address, "/support/keys?handler=Done") });
        return await UseAsync(browser, signIn, authenticator);
    }

    private static async Task<Page> UseAsync(TestBrowser browser, Page page, SoftwareAuthenticator authenticator, bool allowAny = false)
    {
        var options = await OptionsAsync(browser, page);
        return await AnswerAsync(browser, page, authenticator.Get(allowAny ? options.Replace("allowCredentials", "ignored", StringComparison.Ordinal) : options));
    }

    private static async Task<string> OptionsAsync(TestBrowser browser, Page page)
    {
        using var answer = await browser.PostAsync(page.PasskeyForm.Options, page.PasskeyForm.Hidden);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static Task<Page> AnswerAsync(TestBrowser browser, Page page, string answer) => browser.PostFormAsync(
        page, page.PasskeyForm.Action, [.. page.PasskeyForm.Hidden.Where(field => field.Key != "Credential"), new("Credential", answer)]);
}
