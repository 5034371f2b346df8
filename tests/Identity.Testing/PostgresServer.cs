using Npgsql;

namespace Identity.Testing;

/// <summary>The throw-away PostgreSQL that <c>tests/run</c> starts. Each call makes a database of its own.</summary>
public static class PostgresServer
{
    /// <summary>Connection string of the server, or null when the tests were started without one.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("IDENTITY_TEST_POSTGRES");

    public static async Task<string> CreateDatabaseAsync(string? template)
    {
        var name = $"t_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template1"}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = true, MaxPoolSize = 20 }.ToString();
    }

    public static async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
