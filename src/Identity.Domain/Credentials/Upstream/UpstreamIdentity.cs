using Identity.Domain.Sessions.Trust;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>Somebody who has just signed in at another provider.</summary>
public sealed record UpstreamIdentity
{
    internal UpstreamIdentity(string provider, byte[] subjectHash, ProofMethod method) => (Provider, SubjectHash, Method) = (provider, subjectHash, method);

    /// <summary>The name of the provider here.</summary>
    public string Provider { get; }

    /// <summary>What it proves, by what the provider said.</summary>
    public ProofMethod Method { get; }

    internal byte[] SubjectHash { get; }

    /// <summary>The provider alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(UpstreamIdentity)} {Provider}";
}

/// <summary>A way in by another provider, as its owner is told of it.</summary>
/// <param name="Provider">The name of the provider here.</param>
/// <param name="AddedAt">Since when it is there.</param>
/// <param name="LastUsedAt">When somebody last signed in by it; null when nobody did yet.</param>
public sealed record UpstreamLink(string Provider, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);
