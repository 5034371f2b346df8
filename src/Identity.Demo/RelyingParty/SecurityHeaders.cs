using Identity.Demo.Hosting;

namespace Identity.Demo.RelyingParty;

/// <summary>Headers of every answer: no script, nothing from elsewhere, no copy on a shared computer.</summary>
internal static class SecurityHeaders
{
    public static Task AddAsync(HttpContext context, RequestDelegate next, Uri authority)
    {
        // As late as that, because the handler of exceptions clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // Signing out posts here and is redirected to the provider, which form-action covers as well.
            headers.ContentSecurityPolicy =
                $"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' {authority.Origin()}";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (!headers.ContainsKey("ETag")) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
