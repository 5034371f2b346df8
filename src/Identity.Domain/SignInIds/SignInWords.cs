using System.Collections.Frozen;
using System.Text;

namespace Identity.Domain.SignInIds;

/// <summary>
/// The words that sign-in IDs are made of: plain, inoffensive, none a misspelling of another, and none that sounds like another.
/// The list only ever grows, as IDs that were given out are made of it.
/// </summary>
internal static class SignInWords
{
    private const string Resource = "Identity.Domain.SignInIds.words.txt";

    public static IReadOnlyList<string> All { get; } = Read();

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string word) => Known.Contains(word);

    private static string[] Read()
    {
        using var stream = typeof(SignInWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
