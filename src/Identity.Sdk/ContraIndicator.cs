namespace Identity.Sdk;

/// <summary>
/// Something that speaks against a person being who they say: a document reported stolen, a record that contradicts. It lowers
/// no score; the server's policy weighs it by its code, and says which later checks make up for it.
/// </summary>
/// <param name="Code">What was found, by a code that the policy weighs, such as <c>document-stolen</c>. One that it does not know weighs most.</param>
/// <param name="By">Which organisation found it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record ContraIndicator(string Code, string By, DateTimeOffset At)
{
    /// <summary>What was found.</summary>
    public string Code { get; } = SdkLimits.Check(Code, SdkLimits.Name, nameof(Code));

    /// <summary>Which organisation found it.</summary>
    public string By { get; } = SdkLimits.Check(By, SdkLimits.Value, nameof(By));

    /// <summary>By what the organisation finds it again.</summary>
    public string? Transaction { get; init => field = value is null ? null : SdkLimits.Check(value, SdkLimits.Value, nameof(Transaction)); }
}
