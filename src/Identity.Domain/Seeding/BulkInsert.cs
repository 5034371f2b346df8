using System.Text.Json;
using Identity.Domain.Storage;

namespace Identity.Domain.Seeding;

/// <summary>Inserts many rows of one table by one statement, which takes them as one JSON text: the same on both engines.</summary>
/// <param name="table">The table's name.</param>
/// <param name="columns">Its columns, in the order of a row's values, each with its type on PostgreSQL; bytes are given as hex.</param>
internal sealed class BulkInsert(string table, params (string Name, string Type)[] columns)
{
    private const string Bytes = "bytea";

    private readonly Statement _statement = new($"{table}.seed",
        $"INSERT INTO {table} ({Names(columns)}) SELECT {Values(columns, (at, type) => type is Bytes ? $"unhex(value->>{at})" : $"value->>{at}")} FROM json_each(@rows)",
        $"INSERT INTO {table} ({Names(columns)}) SELECT {Values(columns, (at, type) => type is Bytes ? $"decode(value->>{at}, 'hex')" : $"(value->>{at})::{type}")} FROM jsonb_array_elements(@rows::jsonb)");

    public async ValueTask RunAsync(IStatements write, IEnumerable<object?[]> rows) =>
        await write.ExecuteAsync(_statement, ("rows", JsonSerializer.Serialize(rows)));

    private static string Names((string Name, string Type)[] columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Values((string Name, string Type)[] columns, Func<int, string, string> value) =>
        string.Join(", ", columns.Select((column, at) => value(at, column.Type)));
}
