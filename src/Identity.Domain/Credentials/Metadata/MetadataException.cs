using System.Diagnostics.CodeAnalysis;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>Why a metadata file is not taken, for operators.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is made by its factories alone.")]
internal sealed class MetadataException : Exception
{
    private MetadataException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    public static MetadataException NotABlob(Exception? inner = null) => new("it is no FIDO metadata BLOB", inner);

    public static MetadataException TooLarge() => new("it is larger than any BLOB");

    public static MetadataException UnknownAlgorithm() => new("it is signed by an algorithm that is not known here");

    public static MetadataException Untrusted(string why) => new($"its signer leads to no root that is trusted ({why})");

    public static MetadataException WrongSigner() => new("its signer is not mds.fidoalliance.org");

    public static MetadataException WrongSignature() => new("its signature does not hold");

    public static MetadataException RolledBack(long number) => new($"its number {number} is lower than one that was seen, or the same with other contents");
}
