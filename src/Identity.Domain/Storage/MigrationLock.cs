using Microsoft.Extensions.Options;

namespace Identity.Domain.Storage;

/// <summary>
/// Lets one process at a time migrate a SQLite file. EF Core's own lock is a row that a killed migration leaves behind;
/// the operating system lets go of a file.
/// </summary>
internal sealed class MigrationLock(IOptions<StorageOptions> options, TimeProvider clock)
{
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(options.Value.Path) + ".migrate";
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!); // A full path to a file has a folder.
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
            }
        }
    }
}
