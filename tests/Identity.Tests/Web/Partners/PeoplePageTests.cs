using System.Net;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Partners.Organisations;
using Identity.Testing;

namespace Identity.Tests.Web.Partners;

/// <summary>D2 and D3: making an organisation, asking people to join it, and letting them go.</summary>
public sealed class PeoplePageTests : PortalTest
{
    [Fact]
    public async Task Somebody_names_their_organisation_and_is_there()
    {
        using var browser = await AtAsync(await Provider.CreateAccountAsync());
        var page = await browser.SubmitAsync(await browser.OpenAsync("/developers/organisations/new"), ("Name", " Hillside Clinic "));

        Assert.Contains("Hillside Clinic", page.Title, StringComparison.Ordinal);
        Assert.Contains("Hillside Clinic", (await browser.OpenAsync("/developers")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\u202Eb")]
    public async Task A_name_that_is_none_is_refused_and_stays_in_its_field(string name)
    {
        using var browser = await AtAsync(Owner);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"{Place}/name"), ("Name", name));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("Riverside Council", (await browser.OpenAsync("/developers")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_at_most_so_long_and_its_markup_is_text()
    {
        using var browser = await AtAsync(Owner);
        var form = await browser.OpenAsync($"{Place}/name");
        Assert.StartsWith("Error: ", (await browser.SubmitAsync(form, ("Name", new string('a', 101)))).Title, StringComparison.Ordinal);

        var page = await browser.SubmitAsync(form, ("Name", "<script>alert(1)</script>"));

        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_was_asked_joins_by_the_link_in_their_mail_and_owners_are_told()
    {
        using var owner = await AtAsync(Owner);
        var form = await owner.OpenAsync($"{Place}/people/invite");
        var people = await owner.SubmitAsync(form, ("Email", "new@partner.test"), ("Role", "Developer"));
        Assert.Contains("new@partner.test", people.Words, StringComparison.Ordinal);

        using var invited = await AtAsync(await Provider.CreateAccountAsync("somebody@example.test"));
        var offer = await invited.OpenAsync(await LinkAsync());
        Assert.Contains("Riverside Council", offer.Title, StringComparison.Ordinal);
        var page = await invited.SubmitAsync(offer);

        Assert.Equal(Place, page.Path);
        Assert.Contains("Developer", page.Words, StringComparison.Ordinal);
        await MailAsync(mail => mail.Destination == "owner@partner.test" && mail.Subject.Contains("joined", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await invited.OpenAsync(offer.Path)).Status);
    }

    [Fact]
    public async Task Somebody_without_an_address_or_a_role_is_not_asked()
    {
        using var browser = await AtAsync(Owner);
        var form = await browser.OpenAsync($"{Place}/people/invite");

        var page = await browser.SubmitAsync(form, ("Email", "nobody"), ("Role", "3"));

        Assert.Contains("correct format", page.Words, StringComparison.Ordinal);
        Assert.Contains("Select what they may do", page.Words, StringComparison.Ordinal);
        Assert.Equal("nobody", page.Field("Email"));
    }

    [Fact]
    public async Task An_owner_gives_another_role_and_takes_somebody_out_at_once()
    {
        var colleague = await HireAsync(PartnerRole.Viewer);
        using var theirs = await AtAsync(colleague);
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.OpenAsync($"{Place}/name")).Status);
        using var owner = await AtAsync(Owner);
        var form = await owner.OpenAsync($"{Place}/people/{colleague.AccountId:D}");

        await owner.SubmitAsync(form, ("Role", "Owner"));
        Assert.Equal(HttpStatusCode.OK, (await theirs.OpenAsync($"{Place}/name")).Status);

        await owner.SubmitAsync(form with { Address = new Uri(form.Address + "?handler=Remove") });
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.OpenAsync(Place)).Status);
    }

    [Fact]
    public async Task The_last_owner_is_told_why_they_cannot_leave()
    {
        using var browser = await AtAsync(Owner);
        var page = await browser.SubmitAsync(await browser.OpenAsync($"{Place}/people/leave"));

        Assert.Contains("You are the last owner", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(Place)).Status);
    }

    [Fact]
    public async Task Nobody_reaches_a_member_of_somebody_elses_organisation()
    {
        var colleague = await HireAsync(PartnerRole.Viewer);
        var other = await OrganisationAsync("other@example.test", "Another");
        using var browser = await AtAsync(other);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/developers/organisations/{other.Organisation.Id:D}/people/{colleague.AccountId:D}")).Status);
    }

    [Fact]
    public async Task A_confirmation_counts_ten_minutes_for_what_is_grave()
    {
        using var browser = await AtAsync(Owner);
        Assert.Equal($"{Place}/people/invite", (await browser.OpenAsync($"{Place}/people/invite")).Path);

        Provider.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.EndsWith("/confirm-it-is-you", (await browser.OpenAsync($"{Place}/people/invite")).Path, StringComparison.Ordinal);
        Assert.Equal(Place, (await browser.OpenAsync(Place)).Path);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_confirmation()
    {
        using var browser = await AtAsync(Owner);
        var form = await browser.OpenAsync($"{Place}/people/invite");
        Provider.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.EndsWith("/confirm-it-is-you", (await browser.SubmitAsync(form, ("Email", "new@partner.test"), ("Role", "Viewer"))).Path, StringComparison.Ordinal);
        await Provider.SignInAsync(browser, Owner.AccountId, Identity.Domain.Sessions.Trust.ProofMethod.PasskeySynced);

        Assert.Equal("new@partner.test", (await browser.OpenAsync($"{Place}/people/invite")).Field("Email"));
    }

    private async Task<string> LinkAsync() => new Uri((await MailAsync(mail => mail.Destination == "new@partner.test")).Body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;

    private async Task<MailboxMessage> MailAsync(Func<MailboxMessage, bool> which)
    {
        while (true)
        {
            if ((await Provider.Get<Mailbox>().ListAsync(Cancellation)).FirstOrDefault(which) is { } message)
                return message;
            await Task.Delay(20, Cancellation);
        }
    }
}
