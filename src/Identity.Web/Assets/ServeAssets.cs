using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace Identity.Web.Assets;

/// <summary>Answers for everything under <c>/assets</c>; an unknown address there is an empty 404.</summary>
internal sealed class ServeAssets(RequestDelegate next, IEnumerable<Asset> assets)
{
    private readonly FrozenDictionary<string, Asset> _assets =
        assets.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
            return next(context);
        if (_assets.TryGetValue(context.Request.Path, out var asset) && IsRead(context.Request.Method))
            return Send(context, asset);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task Send(HttpContext context, Asset asset)
    {
        var (encoding, body) = Encode(context.Request, asset);
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue
        {
            Public = true,
            MaxAge = TimeSpan.FromDays(365),
            Extensions = { new NameValueHeaderValue("immutable") },
        };
        headers.ContentLength = body.Length;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        context.Response.ContentType = asset.ContentType;
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static (string? Encoding, ReadOnlyMemory<byte> Body) Encode(HttpRequest request, Asset asset) =>
        Accepts(request, "br") ? ("br", asset.Brotli)
        : Accepts(request, "gzip") ? ("gzip", asset.Gzip)
        : (null, asset.Plain);

    private static bool Accepts(HttpRequest request, string encoding) => request.GetTypedHeaders().AcceptEncoding
        .Any(offered => offered.Value == encoding && offered.Quality is not 0);

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
