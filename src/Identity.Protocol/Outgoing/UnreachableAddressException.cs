namespace Identity.Protocol.Outgoing;

/// <summary>A name leads to no address that may be called.</summary>
internal sealed class UnreachableAddressException(string host) : Exception($"{host} has no address that may be called. Outgoing:PrivateNetworks names networks that may.");
