using Identity.Domain.Storage;
using Identity.Web.Themes;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

/// <summary>What keeps the program from starting: every fault at once, in words and not as a stack.</summary>
public static class Faults
{
    /// <returns>The faults, or none when the exception is about something else.</returns>
    public static IReadOnlyList<string> Of(Exception exception) => exception switch
    {
        OptionsValidationException validation => [.. validation.Failures],
        AggregateException aggregate when aggregate.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            [.. aggregate.InnerExceptions.SelectMany(Of)],
        StartRefusedException refused => refused.Faults,
        BrokenThemeException theme => [theme.Message],
        _ => [],
    };
}
