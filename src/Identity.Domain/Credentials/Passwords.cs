using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials;

/// <summary>
/// Hashes and checks passwords (Argon2id, RFC 9106), a bounded number at once. An unknown account is checked with a
/// null hash and costs what a known one does. Safe for concurrent use.
/// </summary>
public sealed class Passwords : IDisposable
{
    private readonly PasswordComputation _computation;
    private readonly HashingQueue _queue;
    private readonly TimeSpan _busyRetryAfter;

    /// <summary>Starts the threads that compute.</summary>
    public Passwords(IOptions<CredentialOptions> options, HashingMetrics? metrics = null)
    {
        var value = options.Value;
        _computation = new(new(value.MemoryKib, value.Passes));
        _queue = new(value.ConcurrentHashes is 0 ? Environment.ProcessorCount : value.ConcurrentHashes, value.WaitingHashes, metrics);
        _busyRetryAfter = value.BusyRetryAfter;
    }

    /// <summary>Hashes a password that <see cref="PasswordPolicy"/> accepted.</summary>
    /// <exception cref="ArgumentException">The policy would not have accepted it: it is empty, too long or no text.</exception>
    public async ValueTask<PasswordHash> HashAsync(string password, CancellationToken cancellationToken)
    {
        if (PasswordText.Read(password) is not PasswordReading.Read { Text: var text })
            throw new ArgumentException("Only an accepted password is hashed.", nameof(password));
        return _queue.TryRun(() => _computation.Hash(text), cancellationToken) is { } hash
            ? new PasswordHash.Hashed(await hash)
            : new PasswordHash.Busy(_busyRetryAfter);
    }

    /// <summary>Checks a password against the stored hash, or against nothing when there is no account.</summary>
    public async ValueTask<PasswordCheck> CheckAsync(string? stored, string? typed, CancellationToken cancellationToken)
    {
        // Refused alike for known and unknown accounts, so no work is owed.
        if (PasswordText.Read(typed) is not PasswordReading.Read { Text: var text })
            return new PasswordCheck.Wrong();
        return _queue.TryRun(() => _computation.Check(stored, text), cancellationToken) is { } check
            ? await check
            : new PasswordCheck.Busy(_busyRetryAfter);
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();
}
