using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.WaysIn;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Identity.Tests.Web.Pages.Recovery;

namespace Identity.Tests.Web.Pages.NotMe;

/// <summary>"This wasn't me": whoever was told of something stops it without signing in.</summary>
public sealed class NotMeTests : RecoverTest
{
    [Fact]
    public async Task A_sign_in_on_a_new_device_tells_its_owner_once()
    {
        await SignInAsync(await ComeFromApplicationAsync());
        await Browser.OpenAsync("/sign-out");
        await SignInAsync(await Browser.OpenAsync("/sign-in"));

        var mail = Assert.Single(await MailAsync(1, message => message.Subject.Contains("new device", StringComparison.Ordinal)));
        Assert.Contains("/not-me/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_link_changes_nothing()
    {
        await SignInAsync(await ComeFromApplicationAsync());
        using var reader = Provider.Browser();

        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(await LinkAsync(1, "new device"))).Status);

        Assert.Equal("/", (await Browser.OpenAsync("/")).Path);
        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task It_freezes_the_account_and_signs_everybody_out()
    {
        await SignInAsync(await ComeFromApplicationAsync());
        using var reader = Provider.Browser();

        var frozen = await reader.SubmitAsync(await reader.OpenAsync(await LinkAsync(1, "new device")));

        Assert.Contains("Your account is frozen", frozen.Words, StringComparison.Ordinal);
        Assert.Equal("/welcome", (await Browser.OpenAsync("/")).Path);
        Assert.False(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task Its_owner_gets_a_frozen_account_back_and_what_came_since_is_gone()
    {
        var codes = await Provider.Credentials.AddBackupCodesAsync(Alice);
        await SignInAsync(await ComeFromApplicationAsync());
        var link = await LinkAsync(1, "new device");
        Provider.Clock.Advance(TimeSpan.FromMinutes(1));
        await Provider.Credentials.AddPasskeyAsync(Alice, new SoftwareAuthenticator("http://localhost:5000"));
        using var owner = Provider.Browser();
        var who = await owner.SubmitAsync(await owner.SubmitAsync(await owner.OpenAsync(link)));

        var more = await ByEmailAsync(owner, await owner.SubmitAsync(who, ("Identifier", "alice@example.test")), 1);
        var finish = await owner.SubmitAsync(await ChooseAsync(owner, more, "BackupCode"), ("Code", codes[0]));
        await owner.SubmitAsync(finish, ("NewPassword", NewPassword));

        Assert.Equal("/", (await owner.OpenAsync("/")).Path);
        Assert.True(await CanSignInAsync(NewPassword));
        Assert.Equal(0, (await Provider.Get<WaysInStore>().FindAsync(Alice, TestContext.Current.CancellationToken)).Passkeys);
    }

    [Fact]
    public async Task What_staff_hold_no_link_releases()
    {
        await SignInAsync(await ComeFromApplicationAsync());
        var link = await LinkAsync(1, "new device");
        var account = await Provider.Get<AccountStore>().FindAsync(Alice, TestContext.Current.CancellationToken);
        await Provider.Get<AccountHolds>().HoldAsync(account!, HoldReason.Safety, "staff", TestContext.Current.CancellationToken);
        using var reader = Provider.Browser();

        var who = await reader.SubmitAsync(await reader.SubmitAsync(await reader.OpenAsync(link)));
        await ByEmailAsync(reader, await reader.SubmitAsync(who, ("Identifier", "alice@example.test")), 1);

        Assert.False(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task It_stops_a_way_back_and_leaves_the_account_as_it_is()
    {
        var wait = await ByEmailAsync(Browser, await BeginAsync(Browser, "Password"), 1);
        using var owner = Provider.Browser();
        var asked = await owner.OpenAsync(await LinkAsync(1, "asked to get back"));

        using var stopped = await owner.PostAsync(asked.Path + "?handler=Stop", asked.Hidden);
        Assert.Contains("It was stopped", (await owner.OpenAsync(asked.Path)).Words, StringComparison.Ordinal);

        Provider.Clock.Advance(Wait);
        Assert.Contains("This was cancelled", (await Browser.OpenAsync(wait.Path)).Words, StringComparison.Ordinal);
        var finish = await Browser.OpenAsync(wait.Path.Replace("/wait", "/finish", StringComparison.Ordinal));
        Assert.Contains("This was cancelled", (await Browser.SubmitAsync(finish, ("NewPassword", NewPassword))).Words, StringComparison.Ordinal);
        Assert.True(await CanSignInAsync(TestProvider.Password));
    }

    [Fact]
    public async Task It_works_for_ten_days()
    {
        await SignInAsync(await ComeFromApplicationAsync());
        var link = await LinkAsync(1, "new device");
        using var reader = Provider.Browser();

        Provider.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync(link)).Status);
        Provider.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync(link)).Status);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_guessed_link_opens_nothing(string token)
    {
        var answer = await Browser.OpenAsync($"/not-me/{token}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("does not work any more", answer.Words, StringComparison.Ordinal);
    }
}
