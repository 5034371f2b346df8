using Microsoft.Extensions.Options;

namespace Identity.Web.Locales;

internal sealed class CheckLocaleOptions : IValidateOptions<LocaleOptions>
{
    public ValidateOptionsResult Validate(string? name, LocaleOptions options) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Locales:TimeZone is '{options.TimeZone}'; name a zone of the IANA list, such as Europe/London");
}
