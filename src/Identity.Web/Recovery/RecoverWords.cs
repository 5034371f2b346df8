using System.Diagnostics;
using Identity.Domain.Recovery;

namespace Identity.Web.Recovery;

/// <summary>The keys of the words for what can be lost and shown.</summary>
internal static class RecoverWords
{
    /// <summary>What can be shown, as people have it at hand, the passkey first, which needs nothing else.</summary>
    public static readonly IReadOnlyList<RecoveryProofs> InOrder =
    [
        RecoveryProofs.Passkey, RecoveryProofs.EmailCode, RecoveryProofs.PhoneCode, RecoveryProofs.AppCode, RecoveryProofs.BackupCode,
        RecoveryProofs.Password, RecoveryProofs.LetterCode, RecoveryProofs.ContactCode, RecoveryProofs.Identity,
    ];

    /// <summary>What can be lost, in the order in which people lose it.</summary>
    public static readonly IReadOnlyList<LostThing> Losses =
    [
        LostThing.Password, LostThing.Phone, LostThing.Passkey, LostThing.App, LostThing.Email, LostThing.BackupCodes, LostThing.Everything, LostThing.Control,
    ];

    public static string Of(LostThing lost) => lost switch
    {
        LostThing.Password => "recover.lost.password",
        LostThing.Passkey => "recover.lost.passkey",
        LostThing.Phone => "recover.lost.phone",
        LostThing.App => "recover.lost.app",
        LostThing.BackupCodes => "recover.lost.backupCodes",
        LostThing.Email => "recover.lost.email",
        LostThing.Everything => "recover.lost.everything",
        LostThing.Control => "recover.lost.control",
        _ => throw new UnreachableException(),
    };

    /// <summary>The same, where it stands alone and not below the others.</summary>
    public static string Alone(LostThing lost) => lost is LostThing.Everything ? "recover.screen.everything" : Of(lost);

    /// <summary>How one says that one has it.</summary>
    public static string Of(RecoveryProofs proof) => proof switch
    {
        RecoveryProofs.Password => "recover.how.password",
        RecoveryProofs.EmailCode => "recover.how.email",
        RecoveryProofs.PhoneCode => "recover.how.phone",
        RecoveryProofs.AppCode => "recover.how.app",
        RecoveryProofs.BackupCode => "recover.how.backupCode",
        RecoveryProofs.Passkey => "recover.how.passkey",
        RecoveryProofs.LetterCode => "recover.how.letter",
        RecoveryProofs.ContactCode => "recover.how.contact",
        RecoveryProofs.Identity => "recover.how.identity",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is asked for it.</summary>
    public static string Title(RecoveryProofs proof) => proof switch
    {
        RecoveryProofs.Password => "recover.show.password.title",
        RecoveryProofs.EmailCode => "recover.show.email.title",
        RecoveryProofs.PhoneCode => "recover.show.phone.title",
        RecoveryProofs.AppCode => "confirm.code.title",
        RecoveryProofs.BackupCode => "confirm.backup.title",
        RecoveryProofs.LetterCode => "recover.show.letter.title",
        RecoveryProofs.ContactCode => "recover.show.contact.title",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where to find it.</summary>
    public static string What(RecoveryProofs proof) => proof switch
    {
        RecoveryProofs.Password => "recover.show.password.what",
        RecoveryProofs.EmailCode => "recover.show.email.what",
        RecoveryProofs.PhoneCode => "recover.show.phone.what",
        RecoveryProofs.AppCode => "confirm.code.hint",
        RecoveryProofs.BackupCode => "recover.show.backupCode.what",
        RecoveryProofs.LetterCode => "recover.show.letter.what",
        RecoveryProofs.ContactCode => "recover.show.contact.what",
        _ => throw new UnreachableException(),
    };
}
