namespace Identity.Web.Locales;

internal static partial class Log
{
    [LoggerMessage(4200, LogLevel.Information, "The words of the locale {Locale} await a person's review (Locales:AwaitingReview)")]
    public static partial void AwaitsReview(this ILogger log, string locale);
}
