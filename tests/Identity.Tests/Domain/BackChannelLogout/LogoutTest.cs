using Identity.Domain.BackChannelLogout;
using Identity.Domain.Grants;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Grants;
using Identity.Tests.Domain.Support;

namespace Identity.Tests.Domain.BackChannelLogout;

/// <summary>
/// Alice is signed in at a laptop and at a telephone. Both shared with appointments, the laptop also with records, and with an
/// application that wants to be told nothing. Bob shared with appointments.
/// </summary>
public abstract class LogoutTest(StorageProvider provider) : ActingTest(provider)
{
    private static readonly Statement Rows = new("test.logout-deliveries", "SELECT session_id, client_id FROM logout_deliveries ORDER BY client_id, session_id");

    protected Session Laptop { get; private set; } = null!; // Set by ShareAsync.

    protected Session Telephone { get; private set; } = null!; // As above.

    protected Session Bobs { get; private set; } = null!; // As above.

    protected LogoutDeliveries Deliveries => Domain.Get<LogoutDeliveries>();

    protected SessionStore Sessions => Domain.Get<SessionStore>();

    protected (Guid, string) LaptopAppointments => (Laptop.Id, "appointments");

    protected (Guid, string) LaptopRecords => (Laptop.Id, "records");

    protected (Guid, string) TelephoneAppointments => (Telephone.Id, "appointments");

    protected async Task ShareAsync()
    {
        await CallAsync();
        foreach (var client in new[] { "appointments", "records" })
            await RegisterAsync(TestClient.Appointments with { ClientId = client, BackchannelLogoutUri = $"https://{client}.example/logout" });
        await RegisterAsync(TestClient.Appointments with { ClientId = "silent" });
        Laptop = await StartAsync(Alice);
        Telephone = await StartAsync(Alice);
        Bobs = await StartAsync(await Accounts.NewAccounts.CreateAsync(Domain, new(Accounts.NewAccounts.Email("bob@example.test"))));
        foreach (var (session, client) in new[] { (Laptop, "appointments"), (Laptop, "appointments"), (Laptop, "records"), (Laptop, "silent"), (Telephone, "appointments"), (Bobs, "appointments") })
            await GiveAsync(session, client);
    }

    protected Task RegisterAsync(Client client) => Domain.Get<ClientStore>().SaveAsync(client, "test", Cancellation);

    protected async Task<Session> StartAsync(Guid account, Session? previous = null) =>
        (await Sessions.StartAsync(account, ProofMethod.Password, previous, Cancellation)).Session;

    protected Task<Grant> GiveAsync(Session session, string client, Func<Grant, Grant>? change = null) => GrantBuilder.IssuedAsync(Domain, valid =>
    {
        var grant = valid with { AccountId = session.AccountId, SessionId = session.Id, ClientId = client, Subject = $"subject-at-{client}", Offline = false, ExpiresAt = session.ExpiresAt };
        return change is null ? grant : change(grant);
    });

    /// <summary>Who is to be told of which session, in the order of clients.</summary>
    protected Task<IReadOnlyList<(Guid, string)>> RowsAsync() =>
        Domain.Database.ReadAsync(read => read.ListAsync(Rows, row => (row.GetGuid(0), row.GetString(1))), Cancellation);

    protected async Task TellsAsync(params (Guid Session, string Client)[] expected) => Assert.Equal(
        expected.OrderBy(row => row.Client, StringComparer.Ordinal).ThenBy(row => row.Session.ToString("D"), StringComparer.Ordinal),
        (await RowsAsync()).OrderBy(row => row.Item2, StringComparer.Ordinal).ThenBy(row => row.Item1.ToString("D"), StringComparer.Ordinal));
}
