using System.Diagnostics;

namespace Identity.Domain.Storage.Sqlite;

/// <summary>One unit of work that waits for the writer.</summary>
internal abstract class WriteItem(CancellationToken cancellation)
{
    public CancellationToken Cancellation => cancellation;

    /// <summary>The span of whoever waits: the writer runs outside its flow.</summary>
    public ActivityContext Waiting { get; } = Activity.Current?.Context ?? default;

    public abstract ValueTask RunAsync(IStatements statements);

    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

internal sealed class WriteItem<T>(Func<IStatements, ValueTask<T>> work, CancellationToken cancellation) : WriteItem(cancellation)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override async ValueTask RunAsync(IStatements statements) => _result = await work(statements);

    public override void Complete() => _done.TrySetResult(_result!); // RunAsync has ended, so the result is the work's own.

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
            _done.TrySetCanceled(Cancellation);
        else
            _done.TrySetException(exception);
    }
}
