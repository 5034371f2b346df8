using Identity.Domain.Storage;
using Identity.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification.Runs;

/// <summary>
/// Calls verifiers, which are other people's code: bounds how long a call takes, keeps what it throws from everybody, and lets
/// a verifier rest that fails again and again. What rests here may still work at another node. Safe for concurrent use.
/// </summary>
internal sealed partial class VerifierCalls(IOptions<VerificationOptions> options, VerificationMetrics metrics, TimeProvider clock, ILogger<VerifierCalls> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Faults, DateTimeOffset RestsUntil)> _faults = [];

    /// <returns>Until when a verifier rests; null when it does not.</returns>
    public DateTimeOffset? RestsUntil(string verifier)
    {
        lock (_lock)
            return _faults.TryGetValue(verifier, out var state) && state.RestsUntil > clock.GetUtcNow() ? state.RestsUntil : null;
    }

    /// <summary>Makes one call.</summary>
    /// <returns>What it returned; null when it failed, which is logged and counted.</returns>
    public Task<VerificationStep?> CallAsync(OfferedVerifier verifier, Func<IIdentityVerifier, CancellationToken, Task<VerificationStep>> call, CancellationToken cancellationToken) =>
        CallAsync(verifier.Manifest.Name, token => call(verifier.Verifier, token), cancellationToken);

    /// <summary>The same for whatever else a plugin is called for.</summary>
    public async Task<T?> CallAsync<T>(string name, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(options.Value.CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            // On a thread of its own, since a verifier may hold the caller's for ever before it first waits.
            var step = await Task.Run(() => call(either.Token), CancellationToken.None).WaitAsync(either.Token);
            Succeeded(name);
            return step;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            TookTooLong(name, options.Value.CallTimeout);
            Failed(name, "timeout");
            return null;
        }
        catch (StorageUnavailableException)
        {
            throw;
        }
        catch (Exception fault)
        {
            // Its message may quote a person; its type does not.
            Threw(name, fault.GetType().FullName ?? fault.GetType().Name);
            Failed(name, "exception");
            return null;
        }
    }

    private void Failed(string verifier, string why)
    {
        metrics.Faulted(verifier, why);
        lock (_lock)
        {
            var faults = _faults.GetValueOrDefault(verifier).Faults + 1;
            // After its rest one more fault is enough for another.
            _faults[verifier] = (faults, faults >= options.Value.FaultsBeforeRest ? clock.GetUtcNow() + options.Value.Rest : default);
        }
    }

    /// <summary>Counts, and tells operators, what it returned that it may not return.</summary>
    public void Returned(string verifier, string what)
    {
        ReturnedWrongly(verifier, what);
        Failed(verifier, "step");
    }

    /// <summary>Tells operators why somebody was refused, where the verifier says so.</summary>
    public void Refused(string verifier, string? cause)
    {
        if (cause is not null)
            RefusedFor(verifier, cause);
    }

    private void Succeeded(string verifier)
    {
        lock (_lock)
            _faults.Remove(verifier);
    }

    [LoggerMessage(1701, LogLevel.Warning, "Verifier {Verifier} took longer than {Timeout}")]
    private partial void TookTooLong(string verifier, TimeSpan timeout);

    [LoggerMessage(1702, LogLevel.Warning, "Verifier {Verifier} threw {Exception}")]
    private partial void Threw(string verifier, string exception);

    [LoggerMessage(1704, LogLevel.Warning, "Verifier {Verifier} returned {What}")]
    private partial void ReturnedWrongly(string verifier, string what);

    [LoggerMessage(1705, LogLevel.Information, "Verifier {Verifier} refused somebody: {Cause}")]
    private partial void RefusedFor(string verifier, string cause);
}
