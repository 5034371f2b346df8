namespace Identity.Domain.Keys;

/// <summary>The life of signing keys, and what protects them at rest. Section <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    /// <summary>JWS algorithms to hold a key for; the first is the default.</summary>
    public IList<string> Algorithms { get; } = [];

    /// <summary>How long a new key stands in the JWKS before it signs, so that every client has fetched it.</summary>
    public TimeSpan Announce { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long a key signs.</summary>
    public TimeSpan Sign { get; set; } = TimeSpan.FromDays(60);

    /// <summary>How long a key that no longer signs stays in the JWKS, for tokens it signed.</summary>
    public TimeSpan Retire { get; set; } = TimeSpan.FromDays(7);

    /// <summary>PFX file whose certificate encrypts the Data Protection ring. Production needs this or <see cref="FilePath"/>.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Password of the PFX file.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Key file that encrypts the ring in place of a certificate; the verb <c>keys make-file</c> makes one.</summary>
    public string FilePath { get; set; } = "";

    /// <summary>PFX files that encrypted the ring before, which still open it.</summary>
    public IList<string> PreviousCertificates { get; } = [];

    /// <summary>Password of those PFX files.</summary>
    public string PreviousCertificatePassword { get; set; } = "";

    /// <summary>Key files that encrypted the ring before, which still open it.</summary>
    public IList<string> PreviousFiles { get; } = [];

    internal IReadOnlyList<string> EffectiveAlgorithms => Algorithms.Count == 0 ? ["ES256", "RS256"] : [.. Algorithms];
}
