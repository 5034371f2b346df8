namespace Identity.Domain.Storage.Snapshots;

/// <summary>Something that every node holds in memory, and reads again once its version in the database has moved.</summary>
public interface ISnapshot
{
    /// <summary>The name of its version.</summary>
    string Name { get; }

    /// <summary>The version that is in memory.</summary>
    long Version { get; }

    /// <summary>Reads it again if its version has moved.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);
}
