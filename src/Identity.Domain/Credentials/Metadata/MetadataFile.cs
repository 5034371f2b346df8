using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>
/// The FIDO metadata of this node, from the file that operators put there. One that is broken, forged or older than what
/// was seen leaves that before it in force.
/// </summary>
internal sealed class MetadataFile(IDatabase database, IOptions<PasskeyOptions> options, TimeProvider clock, ILogger<MetadataFile> logger)
{
    private const long MostBytes = 64 * 1024 * 1024;

    private (DateTime Written, long Length) _seen;

    /// <summary>The metadata in force, or null: then no model is known.</summary>
    public MetadataBlob? Current => Newest is { } blob && blob.IsCurrent(clock.GetUtcNow(), options.Value.MetadataGrace) ? blob : null;

    /// <summary>The newest that was taken, current or not: what it says against a model stays said.</summary>
    public MetadataBlob? Newest { get; private set; }

    /// <summary>Reads the file if it is another than before.</summary>
    /// <returns>Whether new metadata is in force.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MetadataFile is not { Length: > 0 } path || new FileInfo(path) is not { Exists: true } file)
            return false;
        var found = (file.LastWriteTimeUtc, file.Length);
        if (found == _seen)
            return false;
        try
        {
            if (file.Length > MostBytes)
                throw MetadataException.TooLarge();
            await TakeAsync(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken), cancellationToken);
            _seen = found;
            return true;
        }
        catch (MetadataException refused)
        {
            _seen = found;
            Log.MetadataRefused(logger, path, refused.Message, refused);
            return false;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            Log.MetadataUnreadable(logger, path, unreadable);
            return false;
        }
    }

    private async Task TakeAsync(string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var blob = MetadataBlob.Parse(MetadataSignature.Verify(text, MetadataRoots.Load(options.Value.MetadataRoots), now));
        var taken = await database.WriteAsync(write => write.ExecuteAsync(MetadataStatements.Take,
            ("number", blob.Number), ("hash", blob.Hash), ("now", now.ToUnixTimeMilliseconds())), cancellationToken);
        if (taken == 0)
            throw MetadataException.RolledBack(blob.Number);
        Newest = blob;
        Log.MetadataTaken(logger, blob.Number, blob.Entries.Count, blob.NextUpdate);
    }
}
