using System.Diagnostics;
using Identity.Domain.Notifications;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Corrections;
using Identity.Domain.Support.Verification;
using Identity.Domain.Verification.Levels;

namespace Identity.Web.Areas.Support;

/// <summary>What checks and actions are called, by the keys of their words.</summary>
internal static class CheckWords
{
    public static string Of(CheckKind kind) => kind switch
    {
        CheckKind.OwnScreen => "support.check.ownScreen",
        CheckKind.EmailCode => "support.check.email",
        CheckKind.PhoneCode => "support.check.phone",
        CheckKind.LetterCode => "support.check.letter",
        CheckKind.Branch => "support.check.branch",
        CheckKind.NewAddress => "support.check.newAddress",
        _ => throw new UnreachableException(),
    };

    public static string Of(SupportAction action) => action switch
    {
        SupportAction.SendHelp => "support.action.sendHelp",
        SupportAction.Resend => "support.action.resend",
        SupportAction.SignOut => "support.action.signOut",
        SupportAction.Freeze => "support.action.freeze",
        SupportAction.RenewPause => "support.action.renewPause",
        SupportAction.Unfreeze => "support.action.unfreeze",
        SupportAction.RemoveApp => "support.action.removeApp",
        SupportAction.RemovePasskey => "support.action.removePasskey",
        SupportAction.RemovePhone => "support.action.removePhone",
        SupportAction.CorrectName => "support.action.correctName",
        SupportAction.CorrectBirthDate => "support.action.correctBirthDate",
        SupportAction.CorrectEmail => "support.action.correctEmail",
        SupportAction.StartRecovery => "support.action.startRecovery",
        SupportAction.ClearFinding => "support.action.clearFinding",
        SupportAction.Deceased => "support.action.deceased",
        SupportAction.Close => "support.action.close",
        _ => throw new UnreachableException(),
    };

    /// <summary>What was found against a proof.</summary>
    public static string Of(Finding finding) => finding.Code switch
    {
        IndicatorCodes.OtherPerson => "support.finding.otherPerson",
        IndicatorCodes.ProvenElsewhere => "support.finding.provenElsewhere",
        IndicatorCodes.VerifierOverstepped => "support.finding.verifier",
        _ => "support.finding.other",
    };

    public static string Of(EvidenceKind evidence) => evidence switch
    {
        EvidenceKind.Passport => "support.evidence.passport",
        EvidenceKind.DrivingLicence => "support.evidence.drivingLicence",
        EvidenceKind.IdentityCard => "support.evidence.identityCard",
        EvidenceKind.Certificate => "support.evidence.certificate",
        EvidenceKind.Deed => "support.evidence.deed",
        EvidenceKind.OfficialLetter => "support.evidence.officialLetter",
        EvidenceKind.CallerCheck => "support.evidence.callerCheck",
        _ => throw new UnreachableException(),
    };

    public static string Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "support.way.email",
        MessageChannel.Text => "support.way.text",
        MessageChannel.Voice => "support.way.voice",
        MessageChannel.Letter => "support.way.letter",
        _ => throw new UnreachableException(),
    };
}
