namespace Identity.Protocol.VectorsOfTrust;

/// <summary>Names of RFC 8485.</summary>
internal static class VectorParameters
{
    /// <summary>§4.1: the vectors that a client accepts.</summary>
    public const string Request = "vtr";
}
