namespace Identity.Domain.Credentials;

internal static class Repetition
{
    /// <summary>What a text repeats: "abab" and "ababa" give "ab"; a text that repeats nothing gives itself.</summary>
    public static string Unit(string text)
    {
        // The failure function of Knuth, Morris and Pratt: the longest end of each beginning that also begins it.
        var borders = new int[text.Length];
        for (int i = 1, border = 0; i < text.Length; i++)
        {
            while (border > 0 && text[i] != text[border])
                border = borders[border - 1];
            if (text[i] == text[border])
                border++;
            borders[i] = border;
        }
        var period = text.Length == 0 ? 0 : text.Length - borders[^1];
        return period * 2 <= text.Length ? text[..period] : text;
    }
}
