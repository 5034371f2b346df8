using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>Reads what somebody sends, up to a length.</summary>
internal static class RegistrationBody
{
    private const int Longest = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <returns>Null when it is no JSON object of a length that a registration has.</returns>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType() || request.ContentLength > Longest)
            return null;
        var buffer = new byte[Longest + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > Longest)
            return null;
        try
        {
            return JsonNode.Parse(buffer.AsSpan(0, length), null, Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
