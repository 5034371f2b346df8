using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Support;

/// <summary>A provider with a console, and people who work at it.</summary>
public abstract class ConsoleTest : IAsyncLifetime
{
    private TestStaff? _staff;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestProvider Provider { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected TestStaff Staff => _staff ??= Provider.Staff();

    public virtual async ValueTask InitializeAsync() => Provider = await TestProvider.StartAsync(
        StorageProvider.Sqlite, ("Support:Port", $"{TestProvider.SupportPort}"), ("Support:DangerAnyPasskey", "true"),
        // Everybody tries every route within a minute of a clock that stands still.
        ("Limits:PerNetwork", "100000"));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Provider.DisposeAsync();
    }

    /// <summary>The browser of somebody who is signed in.</summary>
    protected TestBrowser At(TestStaff.Employed staff) => Provider.StaffBrowser(staff);
}
