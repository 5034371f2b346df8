using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>
/// The one connection that writes, behind a queue. What waits together is committed together, a savepoint an item, so
/// that one flush to the disk serves many and one failure undoes only itself.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxBatch = 128;
    private static readonly Statement Savepoint = new("savepoint", "SAVEPOINT item");
    private static readonly Statement Release = new("release", "RELEASE item");
    private static readonly Statement Undo = new("undo", "ROLLBACK TO item");
    private static readonly AsyncLocal<bool> InsideWrite = new();

    private readonly Channel<WriteItem> _queue;
    private readonly SqliteConnections _connections;
    private readonly StatementMetrics _metrics;
    private readonly WriterMetrics _commits;
    private readonly int _capacity;
    private readonly Task _loop;
    private SqliteSession? _session;

    public SqliteWriter(SqliteConnections connections, StatementMetrics metrics, WriterMetrics commits, IOptions<StorageOptions> options)
    {
        _connections = connections;
        _metrics = metrics;
        _commits = commits;
        _capacity = options.Value.WriteQueue;
        _queue = Channel.CreateBounded<WriteItem>(new BoundedChannelOptions(_capacity) { SingleReader = true });
        commits.Observe(() => _queue.Reader.Count);
        _loop = Task.Run(RunAsync);
    }

    public Task<T> WriteAsync<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (InsideWrite.Value)
            throw new InvalidOperationException("A write was started inside a write, which would wait for itself.");

        var item = new WriteItem<T>(work, cancellationToken);
        return _queue.Writer.TryWrite(item) ? item.Done : Task.FromException<T>(StorageUnavailableException.QueueFull(_capacity));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _session?.Dispose();
    }

    private async Task RunAsync()
    {
        InsideWrite.Value = true;
        var batch = new List<WriteItem>(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var item))
                batch.Add(item);
            await CommitAsync(batch);
        }
    }

    private async Task CommitAsync(List<WriteItem> batch)
    {
        var ended = 0;
        var kept = new List<WriteItem>(batch.Count);
        try
        {
            var session = _session ??= new SqliteSession(_connections.OpenWriter());
            session.Transaction = session.Connection.BeginTransaction(deferred: false);
            for (; ended < batch.Count; ended++)
            {
                if (await TryRunAsync(session, batch[ended]))
                    kept.Add(batch[ended]);
            }

            session.Transaction.Commit();
            session.Transaction.Dispose();
            session.Transaction = null;
        }
        catch (Exception exception)
        {
            // Nothing of this batch was stored. A fresh connection is opened for the next one, in case this one is broken.
            Reset();
            var failure = SqliteFailures.Translate(exception);
            foreach (var item in kept.Concat(batch.Skip(ended)))
                item.Fail(failure);
            return;
        }

        _commits.Committed(kept.Count);
        foreach (var item in kept)
            item.Complete();
    }

    /// <summary>Runs one item behind a savepoint. Throws only when the whole transaction is lost.</summary>
    private async ValueTask<bool> TryRunAsync(SqliteSession session, WriteItem item)
    {
        if (item.Cancellation.IsCancellationRequested)
        {
            item.Fail(new OperationCanceledException(item.Cancellation));
            return false;
        }

        session.Command(Savepoint).ExecuteNonQuery();
        try
        {
            await item.RunAsync(new SqliteStatements(session, _metrics, item.Waiting, item.Cancellation));
            session.Command(Release).ExecuteNonQuery();
            return true;
        }
        catch (Exception exception) when (!SqliteFailures.LosesTransaction(session.Connection))
        {
            session.Command(Undo).ExecuteNonQuery();
            session.Command(Release).ExecuteNonQuery();
            item.Fail(SqliteFailures.Translate(exception));
            return false;
        }
    }

    private void Reset()
    {
        try
        {
            _session?.Transaction?.Dispose();
            _session?.Dispose();
        }
        catch (SqliteException)
        {
            // A connection that cannot even roll back is dropped; SQLite rolls back when the file is opened again.
        }

        _session = null;
    }
}
