namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>Makes a request that uses a value of the metadata, and sees that it is kept.</summary>
internal delegate Task Try(AdvertisedScene scene, string value);

/// <summary>There is a value that somebody advertises and nobody uses.</summary>
internal sealed class UntriedException(string value) : Exception($"Nothing tries {value}.");
