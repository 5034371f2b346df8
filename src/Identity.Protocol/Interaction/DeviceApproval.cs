namespace Identity.Protocol.Interaction;

/// <summary>A device that waits for a person's answer (RFC 8628 §3.3), and what they have said of it so far.</summary>
/// <param name="Key">Which device.</param>
/// <param name="UserCode">The code that it shows.</param>
public sealed record DeviceApproval(byte[] Key, string UserCode)
{
    /// <summary>Whether they said that they started this, and have the device before them.</summary>
    public bool Recognised { get; init; }

    /// <summary>Whether it was connected or not; null while that is open.</summary>
    public bool? Connected { get; init; }

    /// <summary>Never the code: this text may find its way into a log.</summary>
    public override string ToString() => nameof(DeviceApproval);
}
