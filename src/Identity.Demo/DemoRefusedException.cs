namespace Identity.Demo;

/// <summary>The demo cannot start; the message says why and what to do, a line for each fault.</summary>
public sealed class DemoRefusedException : Exception
{
    internal DemoRefusedException(IEnumerable<string> faults) : base(string.Join(Environment.NewLine, faults)) { }

    internal DemoRefusedException(string fault, Exception cause) : base(fault, cause) { }
}
