using System.Globalization;

namespace Identity.Web.Themes;

/// <summary>An opaque colour of sRGB, written <c>#rrggbb</c>.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static bool TryParse(string text, out Colour colour)
    {
        colour = default;
        if (text.Length != 7 || text[0] != '#' ||
            !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
            return false;
        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>The contrast ratio of WCAG 2.2, from 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (lighter, darker) = Luminance >= other.Luminance ? (this, other) : (other, this);
        return (lighter.Luminance + 0.05) / (darker.Luminance + 0.05);
    }

    // WCAG 2.2, "relative luminance".
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte channel)
    {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
