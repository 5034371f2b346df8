using Identity.BrowserTests.Running;
using Identity.Domain.Audit;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Two people join the support staff in Chromium, each with a key of their own, and one looks for a citizen.</summary>
public sealed class SupportTests(Browser browser, SupportProvider provider) : IClassFixture<SupportProvider>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_two_codes_on_paper_to_a_citizen_who_can_see_who_looked()
    {
        var alice = await provider.CreateAccountAsync("carol@example.test");
        var invited = await provider.Get<StaffInvitations>().InvitePairAsync(
            TestStaff.Invitee("ada@staff.test", "Ada", "supervisor"), TestStaff.Invitee("ben@staff.test", "Ben", "agent"), AuditSubject.Operator("host"), Cancellation);
        await using var ada = await browser.JoinAsync(provider, (InviteOutcome.Invited)invited[0]);
        await using var ben = await browser.JoinAsync(provider, (InviteOutcome.Invited)invited[1]);

        // Ben reads on his screen what Ada reads from hers, and says that it is she.
        var mark = await ada.Page.Locator(".govuk-inset-text strong").InnerTextAsync();
        await ben.ReadAsync(mark);
        await ben.CheckAsync();
        await ben.ClickButtonAsync("It is Ada");
        await ben.ReadAsync("Thank you. Your colleague can sign in now.");

        await ada.GoAsync(provider.Support, "/support");
        await ada.ReadAsync("Hello Ada. Your role is: supervisor.");
        await ada.CheckAsync();
        await ada.LookAsync(alice.Email ?? "");
        await ada.ReadAsync("A. A.");
        await ada.CheckAsync();
        Assert.Contains(await provider.Get<AuditHistory>().ListAsync(AuditSubject.Account(alice.Id), "support.", Cancellation), happened => happened.Event == AuditEvents.SupportLooked);
    }
}
