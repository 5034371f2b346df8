namespace Identity.Domain.Storage;

/// <summary>The database is locked, full or away. Nothing of the unit of work was stored; trying again later may succeed.</summary>
public sealed class StorageUnavailableException : Exception
{
    private StorageUnavailableException(string message, Exception? inner) : base(message, inner)
    {
    }

    internal static StorageUnavailableException From(Exception inner) => new("The database is locked, full or away.", inner);

    internal static StorageUnavailableException QueueFull(int waiting) => new($"{waiting} writes wait already.", null);
}
