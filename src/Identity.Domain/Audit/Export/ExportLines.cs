using System.Text.Json.Serialization;

namespace Identity.Domain.Audit.Export;

/// <summary>A line of an export: JSON, one object a line, told apart by <c>type</c>. Hashes and roots are lower-case hexadecimal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExportHead), "export")]
[JsonDerivedType(typeof(ExportKey), "key")]
[JsonDerivedType(typeof(ExportLink), "link")]
[JsonDerivedType(typeof(ExportSeal), "seal")]
[JsonDerivedType(typeof(ExportEnd), "end")]
internal abstract record ExportLine;

/// <summary>The first line.</summary>
/// <param name="Version">The form of all lines.</param>
/// <param name="At">When it was made, in Unix milliseconds.</param>
internal sealed record ExportHead(int Version, long At) : ExportLine;

/// <summary>A key that signed a seal.</summary>
/// <param name="Kid">Its id, as in the JWKS while it stood there.</param>
/// <param name="Alg">RFC 7518 §3.1: the algorithm.</param>
/// <param name="Spki">RFC 5280 §4.1.2.7: the public key, in base64.</param>
internal sealed record ExportKey(string Kid, string Alg, string Spki) : ExportLine;

/// <summary>One thing that happened. <c>Hash</c> is SHA-256 of the hash before it, then of the bytes of <c>Payload</c> as they stand.</summary>
internal sealed record ExportLink(string Subject, long Seq, string Payload, string Hash) : ExportLine;

/// <summary>The newest seal that holds a chain, and the way from the chain's link up to the seal's root.</summary>
/// <param name="Number">The seal.</param>
/// <param name="At">When it was made, in Unix milliseconds.</param>
/// <param name="Root">RFC 6962 §2.1: the root of its tree.</param>
/// <param name="Kid">Which key signed it.</param>
/// <param name="Signature">In base64, over what <c>docs/operations/support.md</c> says.</param>
/// <param name="Subject">The chain.</param>
/// <param name="Seq">How far it was sealed.</param>
/// <param name="Path">RFC 6962 §2.1.1: the neighbours from the leaf up, each behind <c>L</c> or <c>R</c> for its side.</param>
internal sealed record ExportSeal(long Number, long At, string Root, string Kid, string Signature, string Subject, long Seq, IReadOnlyList<string> Path) : ExportLine;

/// <summary>The last line: without it the file was cut off.</summary>
internal sealed record ExportEnd(long Links, int Seals) : ExportLine;
