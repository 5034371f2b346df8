namespace Identity.Domain.Credentials;

/// <summary>What stands beside the password.</summary>
public enum PasswordUse
{
    /// <summary>Nothing: it is the only factor.</summary>
    Alone,

    /// <summary>A second factor.</summary>
    BesideSecondFactor,
}
