using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Letters;

internal sealed class LetterOptionsValidator : IValidateOptions<LetterOptions>
{
    public ValidateOptionsResult Validate(string? name, LetterOptions options) => string.IsNullOrWhiteSpace(options.Folder) || Directory.Exists(options.Folder)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Letters:Folder is '{options.Folder}', which is no folder. Make it, and let this program write there.");
}
