namespace Identity.Sdk;

/// <summary>One person's verification, as data. It goes back and forth between the server and the verifier, which keeps none.</summary>
public sealed record VerificationSession
{
    /// <summary>The verification: the same from its first step to its last, and no secret.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The person, by a key that this verifier alone knows them by and that is the same at their next verification. It says
    /// nothing about their account, and no other verifier can match it.
    /// </summary>
    public required string Person { get; init; }

    /// <summary>The language they read, such as <c>en</c> or <c>cy</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>
    /// What they claim and agreed to hand over, by the names of <see cref="ClaimNames"/>: of what
    /// <see cref="VerifierManifest.Needs"/> lists, that which is known. A claim, not a fact.
    /// </summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>How sure of them the application wants to be, when one waits. A verifier may ask more for more.</summary>
    public LevelOfConfidence Wanted { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What the verifier said was its state at the last step, as JSON; empty before the first.</summary>
    public string State { get; init; } = "";

    /// <summary>The verification alone: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(VerificationSession)} {Id}";
}
