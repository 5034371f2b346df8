using System.Globalization;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Letters;

/// <summary>
/// Lays a letter into the folder as PDF, a file each, named so that they sort by time. A letter is there whole or not at all, and
/// one that is sent again after a crash takes the place of the first.
/// </summary>
internal sealed class LetterSender(IOptions<LetterOptions> options, LetterPdf pdf, TimeProvider clock) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.Letter;

    public async Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken)
    {
        // The reference begins with the time at which the message was written (RFC 9562 §5.7), and is the same at each try.
        var path = Path.Combine(options.Value.Folder, $"{message.Reference.ToString("N", CultureInfo.InvariantCulture)}.pdf");
        var unfinished = path + ".part";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(pdf.Write(destination, message, clock.GetUtcNow()), cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }
}
