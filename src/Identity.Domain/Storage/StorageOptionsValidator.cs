using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(StorageOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            yield return $"Storage:Provider is '{options.Provider}'. Write Sqlite or Postgres.";
        if (options.Provider is StorageProvider.Sqlite && string.IsNullOrWhiteSpace(options.Path))
            yield return "Storage:Path is empty. Name the file of the SQLite database, such as data/identity.db.";
        if (options.Provider is StorageProvider.Postgres && string.IsNullOrWhiteSpace(options.ConnectionString))
            yield return "Storage:ConnectionString is empty. PostgreSQL needs one, such as Host=db;Database=identity;Username=identity.";
        if (options.LockTimeout <= TimeSpan.Zero || options.LockTimeout > TimeSpan.FromMinutes(1))
            yield return $"Storage:LockTimeout is {options.LockTimeout}. Write a time above zero and up to one minute.";
        if (options.Readers is < 1 or > 64)
            yield return $"Storage:Readers is {options.Readers}. Write a number from 1 to 64.";
        if (options.WriteQueue is < 16 or > 65_536)
            yield return $"Storage:WriteQueue is {options.WriteQueue}. Write a number from 16 to 65536.";
        if (options.PruneEvery < TimeSpan.FromSeconds(1) || options.PruneEvery > TimeSpan.FromHours(1))
            yield return $"Storage:PruneEvery is {options.PruneEvery}. Write a time from one second to one hour.";
    }
}
