namespace Identity.Protocol.Outgoing;

/// <summary>How this provider calls the addresses that applications have registered. Section <c>Outgoing</c>.</summary>
public sealed class OutgoingOptions
{
    /// <summary>How long an application may take to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Networks of the organisation's own, or of this machine, that applications may be called in. Every other private address is refused.</summary>
    public IList<string> PrivateNetworks { get; } = [];

    /// <summary>A file of PEM certificates of the organisation's own authorities, which count beside those that this machine trusts; empty for none.</summary>
    public string CertificateAuthorities { get; set; } = "";
}
