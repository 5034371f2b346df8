using System.IO.Compression;
using System.Security.Cryptography;

namespace Identity.Web.Assets;

/// <summary>
/// A file that pages refer to, held in memory and compressed once. Its address carries the hash of its
/// content, so a browser may keep it for ever and every node serves the same.
/// </summary>
internal sealed class Asset(string name, string contentType, byte[] content)
{
    // At its first use: what a start need not wait for it does not wait for.
    private readonly Lazy<byte[]> _brotli = new(() => Compress(content, to => new BrotliStream(to, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(content, to => new GZipStream(to, CompressionLevel.SmallestSize)));

    public string Path { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}";

    public string ContentType => contentType;

    public ReadOnlyMemory<byte> Plain => content;

    public ReadOnlyMemory<byte> Brotli => _brotli.Value;

    public ReadOnlyMemory<byte> Gzip => _gzip.Value;

    private static byte[] Compress(byte[] content, Func<Stream, Stream> by)
    {
        using var to = new MemoryStream();
        using (var compressor = by(to))
            compressor.Write(content);
        return to.ToArray();
    }
}
