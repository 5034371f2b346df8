using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpenIddict.Server;

namespace Identity.Protocol.Discovery;

/// <summary>
/// Serves the metadata and the JWKS from memory: they are the same for everybody until a key turns, and are
/// written by OpenIddict once for each time. With an entity tag (RFC 9110 §8.8.3), so that who asks
/// again is told that nothing changed.
/// </summary>
public static class KeepDocuments
{
    private sealed record Document(OpenIddictServerOptions Options, byte[] Body, string ContentType, string CacheControl, string Tag);

    public static IApplicationBuilder UseKeptDocuments(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>();
        var documents = new ConcurrentDictionary<string, Document>(StringComparer.Ordinal);
        return app.Use(async (context, next) =>
        {
            if (!IsDocument(context.Request))
            {
                await next(context);
                return;
            }

            // Asked first: what changes while the document is written makes it old at once. Keys come with new options.
            var current = options.CurrentValue;
            var address = $"{context.Request.PathBase}{context.Request.Path}";
            if (!documents.TryGetValue(address, out var document) || !ReferenceEquals(document.Options, current))
            {
                if (await WriteAsync(context, next, current) is not { } written)
                    return;
                documents[address] = document = written;
            }

            await ServeAsync(context, document);
        });
    }

    private static bool IsDocument(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue
        && (request.Path.Equals("/.well-known/openid-configuration", StringComparison.Ordinal)
            || request.Path.Equals("/.well-known/oauth-authorization-server", StringComparison.Ordinal)
            || request.Path.Equals($"/{Endpoints.JsonWebKeySet}", StringComparison.Ordinal));

    /// <returns>The document, or null when the answer was something else, which has then been sent.</returns>
    private static async Task<Document?> WriteAsync(HttpContext context, RequestDelegate next, OpenIddictServerOptions options)
    {
        var sent = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sent;
        }

        var bytes = body.ToArray();
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            return new Document(options, bytes, context.Response.ContentType ?? "application/json",
                context.Response.Headers.CacheControl.ToString(), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
        }

        await sent.WriteAsync(bytes, context.RequestAborted);
        return null;
    }

    private static async Task ServeAsync(HttpContext context, Document document)
    {
        var response = context.Response;
        response.Headers.CacheControl = document.CacheControl;
        response.Headers.ETag = document.Tag;
        if (context.Request.Headers.IfNoneMatch.Contains(document.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentType);
            return;
        }

        response.ContentType = document.ContentType;
        response.ContentLength = document.Body.Length;
        await response.Body.WriteAsync(document.Body, context.RequestAborted);
    }
}
