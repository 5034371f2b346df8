using System.Formats.Cbor;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>CBOR as CTAP2 writes it (CTAP 2.1 §8): canonical, no name twice, nothing open-ended.</summary>
internal static class CborText
{
    /// <summary>Runs <paramref name="read"/>, which must use up everything.</summary>
    /// <exception cref="WebAuthnException">It is no such CBOR.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, Func<CborReader, T> read)
    {
        var value = ReadFirst(bytes, read, out var rest);
        WebAuthnException.Unless(rest.IsEmpty, WebAuthnError.Malformed);
        return value;
    }

    /// <summary>Runs <paramref name="read"/> on the first value and hands out what follows it.</summary>
    /// <exception cref="WebAuthnException">It is no such CBOR.</exception>
    public static T ReadFirst<T>(ReadOnlyMemory<byte> bytes, Func<CborReader, T> read, out ReadOnlyMemory<byte> rest)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Ctap2Canonical, allowMultipleRootLevelValues: true);
        try
        {
            var value = read(reader);
            rest = bytes[^reader.BytesRemaining..];
            return value;
        }
        catch (Exception exception) when (exception is CborContentException or InvalidOperationException or OverflowException)
        {
            throw WebAuthnException.Malformed();
        }
    }

    /// <summary>Steps over one map.</summary>
    public static void SkipMap(ref Memory<byte> rest)
    {
        ReadFirst(rest, reader =>
        {
            WebAuthnException.Unless(reader.PeekState() is CborReaderState.StartMap, WebAuthnError.Malformed);
            reader.SkipValue();
            return true;
        }, out var left);
        rest = rest[^left.Length..];
    }

    /// <summary>Reads a map of definite length and gives <paramref name="entry"/> each name, whose value it must read.</summary>
    public static void ReadMap(this CborReader reader, Action<string> entry)
    {
        for (var left = reader.ReadStartMap() ?? throw WebAuthnException.Malformed(); left > 0; left--)
            entry(reader.ReadTextString());
        reader.ReadEndMap();
    }
}
