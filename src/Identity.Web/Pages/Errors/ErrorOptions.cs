namespace Identity.Web.Pages.Errors;

/// <summary>Which exceptions are bad surroundings and not bugs. Rooms that call out add their own.</summary>
public sealed class ErrorOptions
{
    /// <summary>True for an exception that says: come back soon. It is shown as 503 with Retry-After.</summary>
    public IList<Predicate<Exception>> Unavailable { get; } = [];

    /// <summary>How long a person and a program are asked to wait then.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    internal ErrorView For(Exception exception) => Unavailable.Any(is503 => is503(exception))
        ? ErrorView.Unavailable(RetryAfter)
        : ErrorView.Unexpected;
}
