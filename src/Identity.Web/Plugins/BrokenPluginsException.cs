namespace Identity.Web.Plugins;

/// <summary>The verifiers that were asked for cannot be offered.</summary>
/// <param name="faults">Every fault, with the key that it is about and what to do.</param>
public sealed class BrokenPluginsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
