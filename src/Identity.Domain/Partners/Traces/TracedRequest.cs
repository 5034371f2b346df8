namespace Identity.Domain.Partners.Traces;

/// <summary>A request of a client's and what came of it, without anything of a person's.</summary>
public sealed record TracedRequest
{
    /// <summary>By which the answer's header, the log and this speak of the same request.</summary>
    public required string RequestId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Endpoint { get; init; }

    public required string Method { get; init; }

    /// <summary>Each parameter, with its value where that is the client's own, and otherwise how long it is.</summary>
    public required IReadOnlyList<TracedParameter> Parameters { get; init; }

    /// <summary>The error that was answered (RFC 6749 §5.2); null where there was none.</summary>
    public string? Error { get; init; }

    public string? ErrorDescription { get; init; }

    /// <summary>What its developer may look at first.</summary>
    public string? Hint { get; init; }
}

/// <param name="Name">As it was sent.</param>
/// <param name="Value">What may be shown of it.</param>
public sealed record TracedParameter(string Name, string Value);
