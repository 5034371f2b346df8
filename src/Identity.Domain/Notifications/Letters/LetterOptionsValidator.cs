using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Letters;

internal sealed class LetterOptionsValidator : IValidateOptions<LetterOptions>
{
    public ValidateOptionsResult Validate(string? name, LetterOptions options)
    {
        List<string> faults = [];
        if (!string.IsNullOrWhiteSpace(options.Folder) && !Directory.Exists(options.Folder))
            faults.Add($"Letters:Folder is '{options.Folder}', which is no folder. Make it, and let this program write there.");
        if (options.FallbackFont.Length > 0 && !IsFont(options.FallbackFont))
            faults.Add($"Letters:FallbackFont is '{options.FallbackFont}', which is no font. Write the path of a TrueType or OpenType file, or leave it empty.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private static bool IsFont(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var font = LetterFont.Read(stream);
            return true;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }
}
