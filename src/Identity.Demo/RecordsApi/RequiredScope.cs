namespace Identity.Demo.RecordsApi;

/// <summary>The scope that an endpoint takes, where it is not <see cref="RecordsApiHost.Scope"/>.</summary>
internal sealed record RequiredScope(string Name)
{
    public static string Of(HttpContext? context) => context?.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Name ?? RecordsApiHost.Scope;
}
