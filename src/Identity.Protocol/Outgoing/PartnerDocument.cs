namespace Identity.Protocol.Outgoing;

/// <summary>What came of asking a partner for a document.</summary>
/// <param name="Body">The document; null when there is none.</param>
/// <param name="MaxAge">RFC 9111 §5.2.2.1: for how long the partner says that it stays as it is; null when it does not say.</param>
/// <param name="Fault">Why there is none, in words for the partner's developer.</param>
internal sealed record PartnerDocument(byte[]? Body, TimeSpan? MaxAge, string? Fault);
