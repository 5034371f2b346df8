using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Support.Staff;

namespace Identity.Demo;

/// <summary>
/// Invites the support staff of the demo, two and two, each the other's witness: the operators, the two who help citizens, and
/// the two who check people at a desk. Their codes are written to a file, since the database has only what proves them.
/// </summary>
internal sealed class FirstStaff(DemoOptions options, StaffInvitations invitations) : IHostedService
{
    private static readonly AuditSubject Demo = AuditSubject.Operator("demo");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var (first, second) in new[]
        {
            (Of("ada", "Ada", "operator"), Of("ben", "Ben", "operator")),
            (Of("cleo", "Cleo", "agent"), Of("dan", "Dan", "supervisor")),
            (Of("eve", "Eve", "desk"), Of("finn", "Finn", "desk")),
        })
        {
            var invited = await invitations.InvitePairAsync(first, second, Demo, cancellationToken);
            lines.AddRange(invited.Zip([first, second]).Where(each => each.First is InviteOutcome.Invited)
                .Select(each => $"{each.Second.Name}, {each.Second.Role}: {((InviteOutcome.Invited)each.First).Code.Grouped}"));
        }

        if (lines.Count > 0)
            await File.WriteAllLinesAsync(options.SupportCodes, lines, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Invitee Of(string mailbox, string name, string role) => new(EmailAddress.Parse($"{mailbox}@staff.example.test"), name, role);
}
