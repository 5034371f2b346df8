using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;

namespace Identity.Domain.Audit.Export;

/// <summary>
/// Proves an export from its lines alone, with no database: that each chain holds from its first link, that the seal beneath which
/// it stands has this root, and that a key signed it. Whose key it is, whoever reads it compares with what the issuer publishes.
/// </summary>
public sealed class ExportVerifier
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int LongestLine = 1 << 20;

    private readonly Dictionary<string, List<byte[]>> _chains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExportKey> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private ExportEnd? _end;
    private long _lines;
    private long _sealed;
    private int _seals;

    private ExportVerifier() { }

    /// <summary>Reads an export to its end.</summary>
    /// <param name="from">Its lines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExportReport> VerifyAsync(TextReader from, CancellationToken cancellationToken)
    {
        var verifier = new ExportVerifier();
        while (await from.ReadLineAsync(cancellationToken) is { } line)
            verifier.Take(line);
        return verifier.Report();
    }

    private void Take(string text)
    {
        _lines++;
        var line = text.Length > LongestLine ? null : ExportJson.Read(text);
        if (_end is not null)
            _faults.Add($"Line {_lines}: it stands behind the end.");
        else if (_lines == 1 && line is not ExportHead { Version: 1 })
            _faults.Add("Line 1: this is no export that can be read here.");
        else
            Take(line);
    }

    private void Take(ExportLine? line)
    {
        switch (line)
        {
            case ExportHead when _lines == 1:
                break;
            case ExportKey key:
                _keys[key.Kid] = key;
                break;
            case ExportLink link:
                Take(link);
                break;
            case ExportSeal seal:
                _seals++;
                _faults.AddRange(Faults(seal));
                break;
            case ExportEnd end:
                _end = end;
                break;
            default:
                _faults.Add($"Line {_lines}: it is none of an export.");
                break;
        }
    }

    private void Take(ExportLink link)
    {
        if (!_chains.TryGetValue(link.Subject, out var chain))
            _chains[link.Subject] = chain = [];
        var expected = SHA256.HashData([.. chain.Count == 0 ? [] : chain[^1], .. Encoding.UTF8.GetBytes(link.Payload)]);
        if (link.Seq != chain.Count + 1 || !Same(link.Hash, expected))
            _faults.Add($"{link.Subject}: link {link.Seq} does not follow on the one before it.");
        chain.Add(expected);
    }

    private IEnumerable<string> Faults(ExportSeal seal)
    {
        if (!_chains.TryGetValue(seal.Subject, out var chain) || seal.Seq < 1 || seal.Seq > chain.Count)
        {
            yield return $"{seal.Subject}: link {seal.Seq} is gone, which seal {seal.Number} holds.";
            yield break;
        }

        var leaf = new SealedHead(seal.Subject, seal.Seq, chain[(int)seal.Seq - 1]).Leaf;
        var root = ExportPath.Read(seal.Path) is { } path ? MerkleTree.Climb(leaf, path) : [];
        if (!Same(seal.Root, root))
            yield return $"{seal.Subject}: link {seal.Seq} is not beneath the root of seal {seal.Number}.";
        else if (!_keys.TryGetValue(seal.Kid, out var key))
            yield return $"Seal {seal.Number}: its key {seal.Kid} is not in the export.";
        else if (!ExportPath.IsSigned(key, SealText.Signed(seal.Number, seal.At, root), seal.Signature))
            yield return $"Seal {seal.Number}: its signature is false.";
        else
            _sealed += seal.Seq;
    }

    private ExportReport Report()
    {
        var links = _chains.Values.Sum(chain => (long)chain.Count);
        if (_end is null)
            _faults.Add("The end is missing: the file was cut off.");
        else if (_end.Links != links || _end.Seals != _seals)
            _faults.Add("The end speaks of other numbers of links or seals than there are.");
        return new ExportReport(links, _sealed, [.. _keys.Values.Select(key => $"{key.Kid} {Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key.Spki)))}")], _faults);
    }

    private static bool Same(string hex, byte[] bytes) => hex.Equals(Convert.ToHexStringLower(bytes), StringComparison.Ordinal);
}
