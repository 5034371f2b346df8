using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Whether a trust path leads to an anchor (§7.1 steps 23 and 24). Nothing is ever downloaded.</summary>
internal static class AttestationChain
{
    // Makers' certificates expire while their authenticators go on; the metadata's reports judge them, not the clock. An
    // anchor may be an authority in the middle, which the chain then ends at.
    private const X509ChainStatusFlags Forgiven =
        X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotTimeNested;

    /// <param name="path">The certificates of the statement, the leaf first.</param>
    /// <param name="anchors">Certificates of the maker: roots, authorities below them, or the leaf itself.</param>
    public static bool LeadsTo(IReadOnlyList<X509Certificate2> path, IReadOnlyCollection<X509Certificate2> anchors)
    {
        if (path.Count == 0)
            return false;
        if (anchors.Any(anchor => Same(anchor, path[0])))
            return true;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(anchors.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(path.Skip(1).Concat(anchors).ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid | X509VerificationFlags.AllowUnknownCertificateAuthority
            | X509VerificationFlags.IgnoreNotTimeNested;
        chain.Build(path[0]);
        return chain.ChainStatus.All(status => (status.Status & ~Forgiven) == 0)
            && chain.ChainElements.Any(element => anchors.Any(anchor => Same(anchor, element.Certificate)));
    }

    private static bool Same(X509Certificate2 one, X509Certificate2 other) => one.RawDataMemory.Span.SequenceEqual(other.RawDataMemory.Span);
}
