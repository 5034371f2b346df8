using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>A few connections that only read, each lent to one unit of work at a time.</summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly Channel<SqliteSession?> _idle = Channel.CreateUnbounded<SqliteSession?>();
    private readonly SqliteConnections _connections;
    private readonly StatementMetrics _metrics;

    public SqliteReaders(SqliteConnections connections, StatementMetrics metrics, IOptions<StorageOptions> options)
    {
        _connections = connections;
        _metrics = metrics;
        for (var i = 0; i < options.Value.Readers; i++)
            _idle.Writer.TryWrite(null);
    }

    public async Task<T> ReadAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var session = await _idle.Reader.ReadAsync(cancellationToken);
        var sound = false;
        try
        {
            session ??= new SqliteSession(_connections.OpenReader());
            var result = await work(new SqliteStatements(session, _metrics, parent: default, cancellationToken));
            sound = true;
            return result;
        }
        catch (Exception exception) when (SqliteFailures.Translate(exception) is StorageUnavailableException unavailable)
        {
            throw unavailable;
        }
        finally
        {
            if (!sound)
                session?.Dispose();
            _idle.Writer.TryWrite(sound ? session : null);
        }
    }

    public void Dispose()
    {
        while (_idle.Reader.TryRead(out var session))
            session?.Dispose();
    }
}
