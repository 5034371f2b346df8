namespace Identity.Domain.Audit;

/// <summary>
/// One thing that happened to a subject. <see cref="Details"/> is kept in clear and holds no personal value;
/// <see cref="Personal"/> is kept as salted commitments, so that erasing a value leaves the proof whole.
/// </summary>
public sealed record AuditEntry(AuditSubject Subject, string Event)
{
    /// <summary>Who acted, when it was not the subject.</summary>
    public string? Actor { get; init; }

    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Personal { get; init; } = new Dictionary<string, string>();
}
