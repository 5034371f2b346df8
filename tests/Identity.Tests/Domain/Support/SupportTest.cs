using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>A domain with a console in which any passkey will do: what is asked of passkeys is shown by <see cref="StaffKeyTests"/>.</summary>
public abstract class SupportTest(StorageProvider provider) : OnBothDatabases(provider)
{
    protected const string Origin = "http://localhost:5010";

    private TestStaff? _staff;

    protected override IEnumerable<(string Key, string Value)> Settings =>
        [("Support:Port", "5010"), ("Support:DangerAnyPasskey", "true")];

    protected TestStaff Staff => _staff ??= new TestStaff(Domain.Services, Origin);

    protected StaffDirectory Directory => Domain.Get<StaffDirectory>();

    protected StaffInvitations Invitations => Domain.Get<StaffInvitations>();

    /// <summary>Everybody who was sent this message, once nothing waits any more.</summary>
    protected async Task<IReadOnlyList<string>> ToldAsync(string template)
    {
        for (var tries = 0; await WaitingAsync() > 0; tries++)
        {
            Assert.InRange(tries, 0, 400);
            await Task.Delay(25, Cancellation);
        }

        return [.. (await Domain.Get<Mailbox>().ListAsync(Cancellation)).Where(mail => mail.Subject == template).Select(mail => mail.Destination)];
    }

    private async Task<long> WaitingAsync() => await Domain.Database.ReadAsync(
        read => read.FirstAsync(new Statement("test.waiting", "SELECT COUNT(*) FROM outbox"), row => row.GetInt64(0)), Cancellation);
}
