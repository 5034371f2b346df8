namespace Identity.Domain.Recovery;

/// <summary>What somebody says they have lost. Stored by name.</summary>
public enum LostThing
{
    /// <summary>They cannot remember the password.</summary>
    Password,

    /// <summary>The passkey, or the device that holds it.</summary>
    Passkey,

    /// <summary>The telephone, or its number.</summary>
    Phone,

    /// <summary>The authenticator app.</summary>
    App,

    /// <summary>The sheet of backup codes.</summary>
    BackupCodes,

    /// <summary>The e-mail address: they cannot read what is sent there.</summary>
    Email,

    /// <summary>All of it.</summary>
    Everything,

    /// <summary>Control: somebody else may be in the account.</summary>
    Control,
}
