namespace Identity.Domain.Accounts;

/// <summary>Where alone a code works.</summary>
/// <param name="Purpose">What it proves.</param>
/// <param name="Journey">In which journey.</param>
/// <param name="Destination">Of which address or number, made comparable.</param>
public sealed record CodePlace(string Purpose, string Journey, string Destination)
{
    /// <summary>Never the destination: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(CodePlace)} {Purpose}";
}
