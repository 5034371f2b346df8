using Microsoft.Extensions.Options;

namespace Identity.Web.Management;

internal sealed class ManagementOptionsValidator : IValidateOptions<ManagementOptions>
{
    public ValidateOptionsResult Validate(string? name, ManagementOptions options) =>
        options.Url.Length == 0 || IsAddress(options.Url)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Management:Url is '{options.Url}'. Write where it listens, such as http://127.0.0.1:5009, or nothing.");

    private static bool IsAddress(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && address is { PathAndQuery: "/", UserInfo: "" };
}
