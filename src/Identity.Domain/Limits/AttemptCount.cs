namespace Identity.Domain.Limits;

/// <summary>Failures in a row, and when the last one was.</summary>
public readonly record struct AttemptCount(int Failures, DateTimeOffset LastFailureAt);
