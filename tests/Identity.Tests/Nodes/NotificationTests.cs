using Identity.Domain.Partners;
using Identity.Testing;
using Npgsql;

namespace Identity.Tests.Nodes;

/// <summary>The clock stands still in these tests, so nobody looks at the versions: PostgreSQL tells of the change.</summary>
public sealed class NotificationTests : TwoNodes
{
    [Fact]
    public async Task A_changed_registration_is_heard_of_at_once()
    {
        await ListenersAsync(2);

        await One.RegisterAsync(Client.Registration with { ClientName = "Renamed" });

        await UntilAsync(() => Other.Get<ClientDirectory>().Current.Find("appointments")?.ClientName == "Renamed");
    }

    [Fact]
    public async Task A_node_that_lost_its_connection_listens_again()
    {
        await ListenersAsync(2);
        await AdministerAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'");
        await ListenersAsync(0);

        await ListenersAsync(2, () => One.Clock.Advance(TimeSpan.FromSeconds(5)));
    }

    private async Task ListenersAsync(long count, Action? meanwhile = null)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            meanwhile?.Invoke();
            if (await AdministerAsync("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'") is long found && found == count)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        Assert.Fail($"There are not {count} that listen.");
    }

    private static async Task UntilAsync(Func<bool> seen)
    {
        for (var tries = 0; tries < 500 && !seen(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.True(seen());
    }

    private async Task<object?> AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(One.Storage.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
