using System.Globalization;

namespace Identity.Web.Commands;

internal static class Times
{
    /// <summary>A time as an operator reads it, in UTC.</summary>
    public static string Show(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
