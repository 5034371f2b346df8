using System.Diagnostics;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Gateway;

/// <summary>Texts, or calls. After a failure the gateway is left alone for a moment, so that nobody waits for its time-out in a row.</summary>
internal sealed class GatewaySender(MessageChannel channel, GatewayClient client, IOptions<TextOptions> options, TimeProvider clock) : IMessageSender
{
    private long _restsUntil;

    private sealed record Request(
        [property: JsonPropertyName("phone_number")] string PhoneNumber,
        [property: JsonPropertyName("message")] string Message,
        [property: JsonPropertyName("language")] string Language,
        [property: JsonPropertyName("reference")] Guid Reference,
        [property: JsonPropertyName("sender"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sender);

    public MessageChannel Channel => channel;

    public bool IsUp => clock.GetUtcNow().ToUnixTimeMilliseconds() >= Volatile.Read(ref _restsUntil);

    public bool TellsLater => options.Value.ReceiptSecret.Length > 0;

    public async Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken)
    {
        if (!IsUp)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The gateway failed a moment ago.");
        try
        {
            var sender = channel is MessageChannel.Text && options.Value.SenderName.Length > 0 ? options.Value.SenderName : null;
            await client.SendAsync(Path, new Request(destination, message.Body, message.Locale, message.Reference, sender), cancellationToken);
        }
        catch (HttpRequestException)
        {
            Volatile.Write(ref _restsUntil, (clock.GetUtcNow() + options.Value.Rest).ToUnixTimeMilliseconds());
            throw;
        }
    }

    private string Path => channel switch
    {
        MessageChannel.Text => "v2/notifications/sms",
        MessageChannel.Voice => "v2/notifications/voice",
        _ => throw new UnreachableException(),
    };
}
