namespace Identity.Domain.Verification.Levels;

/// <summary>What the record itself finds against a person; verifiers have codes of their own.</summary>
public static class IndicatorCodes
{
    /// <summary>Evidence of somebody else was brought to the account.</summary>
    public const string OtherPerson = "other-person";

    /// <summary>The same person is proven at another account.</summary>
    public const string ProvenElsewhere = "proven-elsewhere";

    /// <summary>A verifier gave what it may not give.</summary>
    public const string VerifierOverstepped = "verifier-overstepped";
}
