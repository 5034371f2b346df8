namespace Identity.Sdk;

/// <summary>
/// Values by key, encrypted where they lie, seen by every node, gone when their life is over. A plugin sees its own alone. Keys
/// are stored as a keyed hash. A key is at most <see cref="SdkLimits.StoreKey"/> and a value <see cref="SdkLimits.StoreValue"/> long.
/// </summary>
public interface ISealedStore
{
    /// <summary>Stores a value unless there is one by that key, in one step: what was added once can never be added again while it lives.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="value">Any text.</param>
    /// <param name="life">How long it stays, a year at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was stored. False is how a replay shows.</returns>
    Task<bool> AddAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Stores a value in place of the one by that key.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="value">Any text.</param>
    /// <param name="life">How long it stays, a year at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PutAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Reads a value.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is none, or its life is over.</returns>
    Task<string?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Reads a value and removes it, in one step: of two who take it, one gets it.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is none, or its life is over.</returns>
    Task<string?> TakeAsync(string key, CancellationToken cancellationToken);
}
