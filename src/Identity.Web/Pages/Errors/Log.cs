namespace Identity.Web.Pages.Errors;

internal static partial class Log
{
    [LoggerMessage(4100, LogLevel.Information, "Error page '{Name}' ({Status}) shown with reference {Reference}; trace {Trace}")]
    public static partial void Shown(this ILogger log, string reference, string name, int status, string trace);
}
