using System.Formats.Cbor;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Compound (§8.9): two statements or more about one credential, none of them compound. Every one must hold.</summary>
internal sealed class CompoundAttestation(IEnumerable<IAttestationVerifier> parts) : IAttestationVerifier
{
    private const int MostParts = 4;

    private readonly Dictionary<string, IAttestationVerifier> _parts = parts.ToDictionary(verifier => verifier.Format, StringComparer.Ordinal);

    public string Format => "compound";

    public AttestationEvidence Verify(AttestationInput input)
    {
        var statements = CborText.Read(input.Statement, Read);
        WebAuthnException.Unless(statements.Count is >= 2 and <= MostParts, WebAuthnError.InvalidAttestation);
        var evidence = statements.Select(part => Verify(part.Format, input with { Statement = part.Statement })).ToList();

        // What vouches is what a maker vouches for, where one of them does.
        var best = evidence.MaxBy(part => part.Kind switch { AttestationKind.Certified => 3, AttestationKind.Anonymous => 2, AttestationKind.Self => 1, _ => 0 });
        return new(Format, best!.Kind, best.TrustPath) { Parts = evidence }; // There are two at least.
    }

    private AttestationEvidence Verify(string format, AttestationInput input) => _parts.TryGetValue(format, out var verifier)
        ? verifier.Verify(input)
        : throw new WebAuthnException(WebAuthnError.UnknownAttestationFormat);

    private static List<(string Format, ReadOnlyMemory<byte> Statement)> Read(CborReader reader)
    {
        var statements = new List<(string, ReadOnlyMemory<byte>)>();
        for (var left = reader.ReadStartArray() ?? throw WebAuthnException.Malformed(); left > 0; left--)
            statements.Add(ReadPart(reader));
        reader.ReadEndArray();
        return statements;
    }

    private static (string Format, ReadOnlyMemory<byte> Statement) ReadPart(CborReader reader)
    {
        string? format = null;
        ReadOnlyMemory<byte>? statement = null;
        reader.ReadMap(name =>
        {
            switch (name)
            {
                case "fmt":
                    format = reader.ReadTextString();
                    break;
                case "attStmt":
                    statement = reader.ReadEncodedValue();
                    break;
                default:
                    throw new WebAuthnException(WebAuthnError.InvalidAttestation);
            }
        });
        return (format ?? throw WebAuthnException.Malformed(), statement ?? throw WebAuthnException.Malformed());
    }
}
