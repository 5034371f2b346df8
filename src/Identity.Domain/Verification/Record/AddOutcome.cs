using Identity.Domain.Verification.Levels;

namespace Identity.Domain.Verification.Record;

/// <summary>What became of evidence that a verifier gave.</summary>
public abstract record AddOutcome
{
    private AddOutcome() { }

    /// <summary>It is on record.</summary>
    /// <param name="Evidence">As it is held.</param>
    public sealed record Added(IReadOnlyList<HeldEvidence> Evidence) : AddOutcome;

    /// <summary>It is of another person than the one the account's evidence is of. Nothing was added, and that it was brought is on record.</summary>
    public sealed record OtherPerson : AddOutcome;

    /// <summary>It is on record, and the same person is proven at another account: no level rests on it until staff have looked.</summary>
    public sealed record ProvenElsewhere : AddOutcome;

    /// <summary>There is no such account.</summary>
    public sealed record NoAccount : AddOutcome;
}
