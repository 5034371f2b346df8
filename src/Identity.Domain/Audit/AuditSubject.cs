namespace Identity.Domain.Audit;

/// <summary>Whose chain an entry belongs to: an account, a partner's application or organisation, a member of staff, or an operator.</summary>
public readonly record struct AuditSubject(string Value)
{
    public static AuditSubject Account(Guid id) => new($"account:{id:D}");

    public static AuditSubject Client(string clientId) => new($"client:{clientId}");

    public static AuditSubject Organisation(Guid id) => new($"organisation:{id:D}");

    public static AuditSubject Staff(Guid id) => new($"staff:{id:D}");

    public static AuditSubject Operator(string name) => new($"operator:{name}");

    public override string ToString() => Value;
}
