using Identity.Protocol;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Identity.Web.Telemetry;

/// <summary>
/// The address of a request as far as it says nothing of a person: its known words, and dots for whatever stands
/// between them, such as the key of a journey or what somebody typed. There are as many as there are pages.
/// </summary>
internal sealed class KnownPaths(IEnumerable<EndpointDataSource> routes, IHostApplicationLifetime lifetime)
{
    private const string Hidden = "…";

    private static readonly HashSet<string> Always =
    [
        "", "assets", "health", "live", "ready", "metrics", "openid-configuration", "oauth-authorization-server",
        Endpoints.Authorization, Endpoints.Token, Endpoints.UserInfo, Endpoints.Introspection, Endpoints.Revocation,
        Endpoints.PushedAuthorization, Endpoints.DeviceAuthorization, Endpoints.EndSession, Endpoints.Registration, .. Endpoints.JsonWebKeySet.Split('/'),
    ];

    private HashSet<string>? _all;

    public string Of(PathString path)
    {
        var words = Words();
        return string.Join('/', (path.Value ?? "").Split('/').Select(part => words.Contains(part) ? part : Hidden));
    }

    /// <summary>The path when every word of it is known, so that it can stand for a route, which is written without the first slash.</summary>
    public string? RouteOf(PathString path) => Of(path) is var known && !known.Contains(Hidden, StringComparison.Ordinal) ? known.TrimStart('/') : null;

    /// <summary>Until the host has started there are no pages, and their words stay hidden.</summary>
    private HashSet<string> Words() => _all ?? (lifetime.ApplicationStarted.IsCancellationRequested ? _all = [.. Always, .. WordsOfPages()] : Always);

    private IEnumerable<string> WordsOfPages() => routes.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(endpoint => endpoint.RoutePattern.PathSegments)
        .SelectMany(segment => segment.Parts).OfType<RoutePatternLiteralPart>()
        .Select(literal => literal.Content);
}
