using System.Collections.Immutable;
using System.Globalization;
using Identity.Sdk;

namespace Identity.Domain.Sessions.Trust;

/// <summary>Every way in which a citizen has proved who they are in one session, each with the last time.</summary>
public sealed class Proofs
{
    private const string TwoFactors = "mfa";

    private readonly ImmutableArray<Proof> _all;

    private Proofs(IEnumerable<Proof> all) => _all = [.. all];

    public static Proofs None { get; } = new([]);

    /// <summary>When the first of them was made; null when nothing was proved.</summary>
    public DateTimeOffset? First => _all.IsEmpty ? null : _all.Min(proof => proof.At);

    /// <summary>When the last of them was made; null when nothing was proved.</summary>
    public DateTimeOffset? Last => _all.IsEmpty ? null : _all.Max(proof => proof.At);

    public static Proofs Of(params IEnumerable<Proof> proofs) => proofs.Aggregate(None, (all, proof) => all.With(proof));

    /// <returns>These and another; of the same method the later one counts.</returns>
    public Proofs With(Proof proof) => _all.Any(known => known.Method == proof.Method && known.At >= proof.At)
        ? this
        : new(_all.Where(known => known.Method != proof.Method).Append(proof));

    public Proofs With(Proofs others) => others._all.Aggregate(this, (all, proof) => all.With(proof));

    /// <param name="since">Leaves out what was proved before.</param>
    /// <returns>The most that they amount to; null when nothing was proved.</returns>
    public AuthenticationFacts? Facts(DateTimeOffset? since = null)
    {
        var recent = _all.Where(proof => since is null || proof.At >= since).ToList();
        var alone = recent.Select(proof => new AuthenticationFacts(proof.Method.Trust, proof.At, proof.Method.Amr));
        // NIST SP 800-63B-4 §2.2.1: something one knows with something one has.
        var together = from knows in recent
                       where knows.Method.ShowsKnowledge
                       from has in recent
                       where has.Method.ShowsPossession
                       select new AuthenticationFacts(CredentialTrust.Aal2, knows.At < has.At ? knows.At : has.At,
                           [.. knows.Method.Amr.Union(has.Method.Amr).Append(TwoFactors)]);
        return alone.Concat(together).OrderByDescending(facts => facts.Trust).ThenByDescending(facts => facts.At).FirstOrDefault();
    }

    /// <returns>Whether something one knows was shown, such as a password, so that only something one has is missing.</returns>
    public bool ShowKnowledge(DateTimeOffset? since = null) => _all.Any(proof => proof.Method.ShowsKnowledge && (since is null || proof.At >= since));

    /// <returns>Whether this was proved lately.</returns>
    public bool Have(ProofMethod method, DateTimeOffset since) => _all.Any(proof => proof.Method == method && proof.At >= since);

    /// <returns>Whether the most recent of them are of at least this trust.</returns>
    public bool Reach(CredentialTrust trust, DateTimeOffset? since = null) => Facts(since)?.Trust >= trust;

    /// <returns>What is not understood is left out, so that it opens nothing.</returns>
    public static Proofs Read(string text) => Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .Where(part => part.Length == 2)
        .Select(part => (Method: ProofMethod.Find(part[0]), At: long.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0))
        .Where(part => part.Method is not null)
        .Select(part => new Proof(part.Method!, DateTimeOffset.FromUnixTimeMilliseconds(part.At)))); // Filtered above.

    /// <summary>The stored form: <c>password=1732316800000 app=1732316820000</c>.</summary>
    public override string ToString() => string.Join(' ', _all.Select(proof =>
        string.Create(CultureInfo.InvariantCulture, $"{proof.Method.Name}={proof.At.ToUnixTimeMilliseconds()}")));
}
