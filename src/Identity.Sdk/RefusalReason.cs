namespace Identity.Sdk;

/// <summary>Why a verification ended without evidence, as far as the person may be told: enough to act on, never which detail was wrong.</summary>
public enum RefusalReason
{
    /// <summary>The person stopped.</summary>
    Cancelled,

    /// <summary>The details given are not those of one record.</summary>
    NotMatched,

    /// <summary>The document is out of date.</summary>
    DocumentExpired,

    /// <summary>The document is of a kind, or a country, that is not accepted.</summary>
    DocumentNotAccepted,

    /// <summary>A picture could not be read.</summary>
    PictureUnusable,

    /// <summary>The person was not taken for the one on the document.</summary>
    LikenessNotMatched,

    /// <summary>A code is wrong, used or out of date; a new one can be had.</summary>
    CodeExpired,

    /// <summary>Too many tries; it can be tried again later.</summary>
    TooManyTries,

    /// <summary>This way is not open to this person, such as for their age, address or country.</summary>
    NotEligible,

    /// <summary>Whoever vouched may not, such as a relative, or somebody who vouched too often.</summary>
    VoucherNotAccepted,

    /// <summary>Whoever was asked said no.</summary>
    Declined,

    /// <summary>Nobody came, or nothing was heard, in time.</summary>
    TimedOut,

    /// <summary>What this rests on does not work at present.</summary>
    Unavailable,
}
