namespace Identity.Sdk;

/// <summary>The scores of GPG 45, each from nought. A score of nought says that nothing was looked at, never that something was found.</summary>
/// <param name="Strength">How hard the evidence is to get and to forge, 0 to 4.</param>
/// <param name="Validity">How well it was checked to be genuine, 0 to 4.</param>
/// <param name="Activity">How long the person has been active under the identity, 0 to 4.</param>
/// <param name="Fraud">How well it was checked that the identity is not at risk of fraud, 0 to 3.</param>
/// <param name="Verification">How well it was checked that the person is the one the evidence is about, 0 to 4.</param>
public sealed record EvidenceScores(int Strength = 0, int Validity = 0, int Activity = 0, int Fraud = 0, int Verification = 0)
{
    /// <summary>The highest score of each kind.</summary>
    public static EvidenceScores Highest { get; } = new(4, 4, 4, 3, 4);

    /// <summary>How hard the evidence is to get and to forge.</summary>
    public int Strength { get; init => field = Within(value, 4, nameof(Strength)); } = Within(Strength, 4, nameof(Strength));

    /// <summary>How well it was checked to be genuine.</summary>
    public int Validity { get; init => field = Within(value, 4, nameof(Validity)); } = Within(Validity, 4, nameof(Validity));

    /// <summary>How long the person has been active under the identity.</summary>
    public int Activity { get; init => field = Within(value, 4, nameof(Activity)); } = Within(Activity, 4, nameof(Activity));

    /// <summary>How well it was checked that the identity is not at risk of fraud.</summary>
    public int Fraud { get; init => field = Within(value, 3, nameof(Fraud)); } = Within(Fraud, 3, nameof(Fraud));

    /// <summary>How well it was checked that the person is the one the evidence is about.</summary>
    public int Verification { get; init => field = Within(value, 4, nameof(Verification)); } = Within(Verification, 4, nameof(Verification));

    /// <summary>Whether none of these is higher than the same of <paramref name="most"/>.</summary>
    public bool AreWithin(EvidenceScores most) => Strength <= most.Strength && Validity <= most.Validity && Activity <= most.Activity
        && Fraud <= most.Fraud && Verification <= most.Verification;

    /// <summary>Of each kind the lower of these and of <paramref name="most"/>.</summary>
    public EvidenceScores AtMost(EvidenceScores most) => new(Math.Min(Strength, most.Strength), Math.Min(Validity, most.Validity),
        Math.Min(Activity, most.Activity), Math.Min(Fraud, most.Fraud), Math.Min(Verification, most.Verification));

    private static int Within(int value, int most, string name) =>
        value >= 0 && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"A score of {name} is from 0 to {most}.");
}
