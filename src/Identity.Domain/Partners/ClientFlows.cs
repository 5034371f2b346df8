namespace Identity.Domain.Partners;

/// <summary>Which flows applications may register for. Said by whoever answers their requests.</summary>
public sealed class ClientFlows
{
    /// <summary>Whether those may be registered that answer with tokens in the browser (OpenID Connect Core §3.2, §3.3).</summary>
    public bool Implicit { get; set; }
}
