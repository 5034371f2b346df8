namespace Identity.Domain.Storage;

/// <summary>This node must not start over this database. Each fault says what was found and what to do.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
