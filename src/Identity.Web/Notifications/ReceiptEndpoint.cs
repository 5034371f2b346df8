using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Gateway;
using Microsoft.Extensions.Options;

namespace Identity.Web.Notifications;

/// <summary>
/// Where gateways say what became of a message they took, in the shape of public notification services: JSON with a bearer
/// secret of their own. Without a secret in the settings there is no such address.
/// </summary>
internal static class ReceiptEndpoint
{
    private const string Address = "/notifications/receipts";
    private const string Scheme = "Bearer ";
    private const int LongestBody = 8 * 1024;

    private sealed record Body(
        [property: JsonPropertyName("reference")] string? Reference,
        [property: JsonPropertyName("to")] string? To,
        [property: JsonPropertyName("status")] string? Status,
        [property: JsonPropertyName("notification_type")] string? Type);

    public static void MapReceipts(this IEndpointRouteBuilder routes) => routes.MapPost(Address, TakeAsync);

    private static async Task<IResult> TakeAsync(HttpContext context, IOptions<TextOptions> options, DeliveryReceipts receipts)
    {
        if (options.Value.ReceiptSecret.Length == 0)
            return Results.NotFound();
        if (!IsTheirs(context.Request.Headers.Authorization.ToString(), options.Value.ReceiptSecret))
            return Results.Unauthorized();
        if (await ReadAsync(context) is not { } receipt)
            return Results.BadRequest();

        await receipts.TakeAsync(receipt, context.RequestAborted);
        return Results.NoContent();
    }

    // Hashed first, so that the comparison takes the same time for every length too.
    private static bool IsTheirs(string sent, string secret) => sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(sent[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static async Task<DeliveryReceipt?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not (>= 0 and <= LongestBody))
            return null;
        try
        {
            var body = await JsonSerializer.DeserializeAsync<Body>(context.Request.Body, cancellationToken: context.RequestAborted);
            return body is { To: { Length: > 0 } to } && Channel(body.Type) is { } channel && Status(body.Status) is { } status
                ? new DeliveryReceipt(Guid.TryParse(body.Reference, out var reference) ? reference : null, channel, to, status)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MessageChannel? Channel(string? type) => type switch
    {
        "sms" => MessageChannel.Text,
        "voice" => MessageChannel.Voice,
        "email" => MessageChannel.Email,
        _ => null,
    };

    private static DeliveryStatus? Status(string? status) => status switch
    {
        "delivered" => DeliveryStatus.Delivered,
        "permanent-failure" => DeliveryStatus.Unreachable,
        "temporary-failure" or "technical-failure" => DeliveryStatus.Failed,
        _ => null,
    };
}
