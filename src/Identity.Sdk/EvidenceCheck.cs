namespace Identity.Sdk;

/// <summary>One way in which evidence was checked.</summary>
/// <param name="Method">How, by <see cref="CheckMethods"/>.</param>
/// <param name="By">Which organisation did it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record EvidenceCheck(string Method, string By, DateTimeOffset At)
{
    /// <summary>How.</summary>
    public string Method { get; } = SdkLimits.Check(Method, SdkLimits.Name, nameof(Method));

    /// <summary>Which organisation did it.</summary>
    public string By { get; } = SdkLimits.Check(By, SdkLimits.Value, nameof(By));

    /// <summary>By what the organisation finds it again (<c>txn</c>).</summary>
    public string? Transaction { get; init => field = value is null ? null : SdkLimits.Check(value, SdkLimits.Value, nameof(Transaction)); }
}
