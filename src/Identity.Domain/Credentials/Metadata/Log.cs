using Microsoft.Extensions.Logging;

namespace Identity.Domain.Credentials.Metadata;

internal static partial class Log
{
    [LoggerMessage(1301, LogLevel.Information, "FIDO metadata number {Number} with {Models} models is in force; the next is due on {NextUpdate}")]
    public static partial void MetadataTaken(ILogger logger, long number, int models, DateOnly nextUpdate);

    [LoggerMessage(1302, LogLevel.Error, "The FIDO metadata in {Path} was refused: {Reason}")]
    public static partial void MetadataRefused(ILogger logger, string path, string reason, Exception exception);

    [LoggerMessage(1303, LogLevel.Warning, "The FIDO metadata in {Path}, or a root for it, could not be read")]
    public static partial void MetadataUnreadable(ILogger logger, string path, Exception exception);

    [LoggerMessage(1304, LogLevel.Warning, "Passkey {Passkey} was suspended: its model {Aaguid} is reported as {Status}")]
    public static partial void PasskeySuspended(ILogger logger, Guid passkey, Guid aaguid, string status);

    [LoggerMessage(1305, LogLevel.Warning, "The review of passkeys waits for the database")]
    public static partial void ReviewWaits(ILogger logger, Exception exception);
}
