namespace Identity.Web.Locales;

internal sealed class PatternParser(string source)
{
    private const string Stars = "**";
    private int _at;

    public List<Pattern.Part> Parse() => Until(end: null);

    private List<Pattern.Part> Until(string? end)
    {
        List<Pattern.Part> parts = [];
        while (_at < source.Length)
        {
            if (end is not null && Skip(end))
                return parts;
            parts.Add(Next());
        }

        return end is null ? parts : throw Open(end);
    }

    private Pattern.Part Next() =>
        Skip("{") ? new Pattern.Placeholder(Name("}"))
        : Skip(Stars) ? new Pattern.Strong(Until(Stars))
        : Skip("[") ? new Pattern.Link(Until("]("), Name(")"))
        : Words();

    private Pattern.Words Words()
    {
        int from = _at++;
        while (_at < source.Length && source[_at] is not ('{' or '[' or ']') && !Here(Stars))
            _at++;
        return new Pattern.Words(source[from.._at]);
    }

    private string Name(string end)
    {
        int close = source.IndexOf(end, _at, StringComparison.Ordinal);
        if (close <= _at)
            throw Open(end);
        string name = source[_at..close];
        _at = close + end.Length;
        return name.All(char.IsAsciiLetter)
            ? name
            : throw new FormatException($"'{name}' is no name: letters only");
    }

    private bool Here(string token) => string.CompareOrdinal(source, _at, token, 0, token.Length) == 0;

    private bool Skip(string token)
    {
        if (!Here(token))
            return false;
        _at += token.Length;
        return true;
    }

    private static FormatException Open(string end) => new($"'{end}' is missing");
}
