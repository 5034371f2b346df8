using System.Globalization;

namespace Identity.Domain.Support.Desk;

/// <summary>What somebody at a desk found.</summary>
public abstract record DeskFinding
{
    private DeskFinding() { }

    /// <summary>What a verifier is told of it.</summary>
    internal abstract IReadOnlyDictionary<string, string> ToValues();

    /// <summary>They held a document, it was in order, and it was this person's.</summary>
    /// <param name="Document">What it was.</param>
    /// <param name="Country">Who issued it, by the three letters of ISO 3166-1.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Compared(DeskDocument Document, string Country, string Number) : DeskFinding
    {
        internal override IReadOnlyDictionary<string, string> ToValues() => new Dictionary<string, string>
        {
            ["result"] = "document",
            ["document"] = Document switch
            {
                DeskDocument.PassportWithChip => "passport-chip",
                DeskDocument.Passport => "passport",
                DeskDocument.DrivingLicence => "driving-licence",
                DeskDocument.IdentityCard => "identity-card",
                DeskDocument.ResidencePermit => "residence-permit",
                _ => "birth-certificate",
            },
            ["country"] = Country,
            ["number"] = Number,
            ["likeness"] = HasPhoto(Document) ? "true" : "false",
            ["features"] = "true",
            ["in-date"] = "true",
            ["details"] = "true",
        };
    }

    /// <summary>They know this person by that name and birth date.</summary>
    /// <param name="How">How, in their words.</param>
    /// <param name="Years">For how many whole years.</param>
    /// <param name="IsRelative">Whether they are of one family, or live together.</param>
    public sealed record Vouched(string How, int Years, bool IsRelative) : DeskFinding
    {
        internal override IReadOnlyDictionary<string, string> ToValues() => new Dictionary<string, string>
        {
            ["result"] = "vouch",
            ["how"] = How,
            ["years"] = Years.ToString(CultureInfo.InvariantCulture),
            ["relative"] = IsRelative ? "true" : "false",
            ["details"] = "true",
        };
    }

    /// <summary>They cannot say that it is this person.</summary>
    public sealed record Declined(DeskDoubt Why) : DeskFinding
    {
        internal override IReadOnlyDictionary<string, string> ToValues() => new Dictionary<string, string>
        {
            ["result"] = "declined",
            ["why"] = Why switch
            {
                DeskDoubt.OutOfDate => "out-of-date",
                DeskDoubt.NotGenuine => "not-genuine",
                DeskDoubt.Likeness => "likeness",
                DeskDoubt.Details => "details",
                _ => "other",
            },
        };
    }

    /// <summary>Whether such a document has a photograph of its owner.</summary>
    public static bool HasPhoto(DeskDocument document) => document is not DeskDocument.BirthCertificate;
}

/// <summary>Documents that a desk compares.</summary>
public enum DeskDocument
{
    /// <summary>A passport whose cover has the sign of a chip.</summary>
    PassportWithChip,

    /// <summary>One without.</summary>
    Passport,

    /// <summary>A photocard driving licence.</summary>
    DrivingLicence,

    /// <summary>A national identity card.</summary>
    IdentityCard,

    /// <summary>A residence permit.</summary>
    ResidencePermit,

    /// <summary>A birth or adoption certificate.</summary>
    BirthCertificate,
}

/// <summary>Why somebody at a desk cannot say that it is this person.</summary>
public enum DeskDoubt
{
    /// <summary>Name or birth date are others.</summary>
    Details,

    /// <summary>The person is not the one on the photograph.</summary>
    Likeness,

    /// <summary>The document is out of date.</summary>
    OutOfDate,

    /// <summary>It does not look and feel genuine.</summary>
    NotGenuine,

    /// <summary>They do not know the person, who has no document.</summary>
    Nothing,
}
