using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials;

/// <summary>Somebody whose browser is signed in, and what is recorded of them.</summary>
internal sealed record SignedInCitizen(TestDomain Domain, KnownAccount Account, Session Session)
{
    private static readonly Statement Events = new("test.events", "SELECT event FROM audit_entries WHERE subject = @subject ORDER BY seq");

    public static Network Home { get; } = Network.Of(IPAddress.Parse("192.0.2.7"));

    public static async Task<SignedInCitizen> CreateAsync(TestDomain domain, string email = "alice@example.test")
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = await NewAccounts.CreateAsync(domain, new(NewAccounts.Email(email)), cancellation);
        var account = (await domain.Get<AccountStore>().FindAsync(id, cancellation))!; // Just created.
        var started = await domain.Get<SessionStore>().StartAsync(id, ProofMethod.Password, null, cancellation);
        return new(domain, account, started.Session);
    }

    public Task SignOutAsync() => Domain.Get<SessionStore>().EndAsync(Session, TestContext.Current.CancellationToken);

    /// <summary>What the audit holds of them since they signed in.</summary>
    public async Task<IEnumerable<string>> EventsAsync() => (await Domain.Database.ReadAsync(read => read.ListAsync(
        Events, row => row.GetString(0), ("subject", $"account:{Account.Id:D}")), TestContext.Current.CancellationToken)).Skip(2);
}
