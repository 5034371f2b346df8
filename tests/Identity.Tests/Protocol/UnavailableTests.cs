using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Identity.Tests.Protocol;

/// <summary>While the database is locked or away, everybody is asked to come back soon; once it is back, all goes on by itself.</summary>
[Spec("RFC 9110", "15.6.4")]
public abstract class UnavailableTests(StorageProvider storage) : ProtocolTest(storage)
{
    protected override (string, string)[] Settings => [("Storage:LockTimeout", "00:00:00.2")];

    [Fact]
    public async Task A_person_gets_a_page_and_the_request_works_once_it_is_back()
    {
        await using (await BreakAsync())
        {
            using var response = await Browser.GetAsync(Client.AuthorizeUrl());

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Null(response.Headers.Location);
        }

        Assert.NotEmpty((await AuthorizeAsync())["code"]);
    }

    [Fact]
    public async Task An_exchange_is_told_to_come_back_and_its_code_is_not_used_up()
    {
        var code = (await AuthorizeAsync())["code"];
        await using (await BreakAsync())
        {
            var answer = await Client.ExchangeAsync(Http, code);

            Assert.Equal(503, answer.Status);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(200, (await Client.ExchangeAsync(Http, code)).Status);
    }

    [Fact]
    public async Task A_refresh_is_told_to_come_back_and_its_token_is_not_used_up()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        await using (await BreakAsync())
        {
            var answer = await Client.RefreshAsync(Http, tokens["refresh_token"]!); // Asked for above.

            Assert.Equal(503, answer.Status);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(200, (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Status); // As above.
    }

    [Fact]
    public async Task A_client_still_gets_a_token_for_itself_and_the_documents_are_there()
    {
        await using var broken = await BreakAsync();

        Assert.Equal(200, (await Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" })).Status);
        using var document = await Http.GetAsync(".well-known/openid-configuration");
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
    }

    protected abstract Task<IAsyncDisposable> BreakAsync();

    public sealed class OnSqlite() : UnavailableTests(StorageProvider.Sqlite)
    {
        /// <summary>Somebody else holds the lock for writing.</summary>
        protected override async Task<IAsyncDisposable> BreakAsync()
        {
            var connection = new SqliteConnection($"Data Source={Provider.Storage.File};Pooling=false");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            connection.BeginTransaction(deferred: false);
            return connection;
        }
    }

    public sealed class OnPostgres() : UnavailableTests(StorageProvider.Postgres)
    {
        /// <summary>The server lets nobody in.</summary>
        protected override async Task<IAsyncDisposable> BreakAsync()
        {
            var name = new NpgsqlConnectionStringBuilder(Provider.Storage.ConnectionString).Database;
            await AdministerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
            await AdministerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
            return new Repair($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        }

        private static async Task AdministerAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(PostgresServer.Server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        private sealed class Repair(string sql) : IAsyncDisposable
        {
            public async ValueTask DisposeAsync() => await AdministerAsync(sql);
        }
    }
}
