using System.Diagnostics;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Web.Pages.Prove;

/// <summary>What became of a proof, and what can be wrong with an answer, by the keys of their words.</summary>
internal static class ProveWords
{
    /// <summary>Why it ended without: what a person can do next, and never which detail was wrong.</summary>
    public static string Of(RefusalReason? reason) => reason switch
    {
        RefusalReason.Cancelled => "prove.refused.cancelled",
        RefusalReason.NotMatched => "prove.refused.notMatched",
        RefusalReason.DocumentExpired => "prove.refused.documentExpired",
        RefusalReason.DocumentNotAccepted => "prove.refused.documentNotAccepted",
        RefusalReason.PictureUnusable => "prove.refused.pictureUnusable",
        RefusalReason.LikenessNotMatched => "prove.refused.likenessNotMatched",
        RefusalReason.CodeExpired => "prove.refused.codeExpired",
        RefusalReason.TooManyTries => "prove.refused.tooManyTries",
        RefusalReason.NotEligible => "prove.refused.notEligible",
        RefusalReason.VoucherNotAccepted => "prove.refused.voucherNotAccepted",
        RefusalReason.Declined => "prove.refused.declined",
        RefusalReason.TimedOut => "prove.refused.timedOut",
        RefusalReason.Unavailable => "prove.refused.unavailable",
        _ => "prove.refused.other",
    };

    /// <summary>What became of a run.</summary>
    public static string Of(VerificationRun run) => run.Status switch
    {
        RunStatus.Proven => "prove.proven.what",
        RunStatus.OtherPerson => "prove.otherPerson",
        RunStatus.ProvenElsewhere => "prove.provenElsewhere",
        RunStatus.Cancelled => "prove.refused.cancelled",
        _ => Of(run.Reason),
    };

    public static string Of(AnswerProblem problem) => problem switch
    {
        AnswerProblem.Empty => "prove.answer.empty",
        AnswerProblem.TooLong => "prove.answer.long",
        AnswerProblem.NotADate => "prove.answer.notADate",
        AnswerProblem.NotAChoice => "prove.answer.notAChoice",
        AnswerProblem.TooMany => "prove.answer.tooManyFiles",
        AnswerProblem.TooLarge => "prove.answer.tooLarge",
        AnswerProblem.WrongKind => "prove.answer.wrongKind",
        _ => throw new UnreachableException(),
    };

    /// <summary>How sure we are of somebody, in everyday words.</summary>
    public static string Of(LevelOfConfidence confidence) => confidence switch
    {
        LevelOfConfidence.None => "prove.level.none",
        LevelOfConfidence.Low => "prove.level.low",
        LevelOfConfidence.Medium => "prove.level.medium",
        LevelOfConfidence.High => "prove.level.high",
        LevelOfConfidence.VeryHigh => "prove.level.veryHigh",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a detail is called that is handed over.</summary>
    public static string OfDetail(string claim) => claim switch
    {
        ClaimNames.GivenName => "create.name.first",
        ClaimNames.FamilyName => "create.name.last",
        ClaimNames.BirthDate => "claims.birthDate",
        ClaimNames.Address => "claims.address",
        ClaimNames.PhoneNumber => "claims.phone",
        ClaimNames.Email => "claims.email",
        _ => "prove.detail.other",
    };
}
