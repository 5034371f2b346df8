using Identity.Domain.Credentials.WaysIn;

namespace Identity.Domain.Recovery;

/// <summary>What an account has that its owner could show.</summary>
/// <param name="Ways">What it is signed in to with.</param>
public sealed record RecoveryHoldings(HeldWays Ways)
{
    /// <summary>An e-mail address.</summary>
    public bool Email { get; init; }

    /// <summary>How many telephones.</summary>
    public int Phones { get; init; }

    /// <summary>A postal address.</summary>
    public bool Address { get; init; }

    /// <summary>How many people chosen to vouch for its owner.</summary>
    public int Contacts { get; init; }

    /// <summary>Whether its owner's identity can be proved again by some verifier.</summary>
    public bool Provable { get; init; }

    /// <summary>How well it is protected, which its recovery must not undercut.</summary>
    public Protection Protection => Ways.Passkeys > 0 ? Protection.Passkey
        : Ways.App || Phones > 0 ? Protection.TwoSteps
        : Protection.Password;

    /// <summary>What somebody could be able to show of whom nothing is known yet but what they lost.</summary>
    public static RecoveryProofs Imaginable(LostThing lost) => new RecoveryHoldings(new HeldWays { Password = true, App = true, BackupCodes = 1, Passkeys = 1 })
    {
        Email = true,
        Phones = 1,
        Address = true,
        Contacts = 1,
        Provable = true,
    }.Left(lost);

    /// <summary>What is left to show once something is lost; support is always there.</summary>
    public RecoveryProofs Left(LostThing lost)
    {
        var all = RecoveryProofs.Support | RecoveryProofs.Attended
            | Where(Ways.Password, RecoveryProofs.Password) | Where(Email, RecoveryProofs.EmailCode) | Where(Phones > 0, RecoveryProofs.PhoneCode)
            | Where(Ways.App, RecoveryProofs.AppCode) | Where(Ways.BackupCodes > 0, RecoveryProofs.BackupCode) | Where(Ways.Passkeys > 0, RecoveryProofs.Passkey)
            | Where(Address, RecoveryProofs.LetterCode) | Where(Contacts > 0, RecoveryProofs.ContactCode) | Where(Provable, RecoveryProofs.Identity);
        return all & ~Of(lost);
    }

    /// <summary>What nobody can show who has lost something. Of a telephone or passkey there may be a second, so those are asked for all the same.</summary>
    private RecoveryProofs Of(LostThing lost) => lost switch
    {
        LostThing.Password => RecoveryProofs.Password,
        LostThing.Passkey when Ways.Passkeys == 1 => RecoveryProofs.Passkey,
        LostThing.Phone when Phones == 1 => RecoveryProofs.PhoneCode,
        LostThing.App => RecoveryProofs.AppCode,
        LostThing.BackupCodes => RecoveryProofs.BackupCode,
        LostThing.Email => RecoveryProofs.EmailCode,
        LostThing.Everything => RecoveryProofs.Password | RecoveryProofs.EmailCode | RecoveryProofs.PhoneCode | RecoveryProofs.AppCode
            | RecoveryProofs.BackupCode | RecoveryProofs.Passkey,
        _ => RecoveryProofs.None,
    };

    private static RecoveryProofs Where(bool held, RecoveryProofs proof) => held ? proof : RecoveryProofs.None;
}

/// <summary>How well an account is protected, from low to high.</summary>
public enum Protection
{
    /// <summary>By a password alone.</summary>
    Password,

    /// <summary>By something its owner has, beside the password.</summary>
    TwoSteps,

    /// <summary>By a passkey.</summary>
    Passkey,
}
