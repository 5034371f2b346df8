using System.Reflection;

namespace Identity.Domain.Credentials;

/// <summary>Long passwords and phrases that many people choose, most common first, beside zxcvbn's own English lists.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<IReadOnlyList<string>> Lines = new(Read);

    public static IReadOnlyList<string> All => Lines.Value;

    private static IReadOnlyList<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(CommonPasswords), "common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
