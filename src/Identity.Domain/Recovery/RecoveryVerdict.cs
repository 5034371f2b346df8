namespace Identity.Domain.Recovery;

/// <summary>Whether what was shown opens an account again.</summary>
public enum RecoveryVerdict
{
    /// <summary>Something more has to be shown.</summary>
    NotEnough,

    /// <summary>After a wait in which every known channel is told and can cancel: it rests on what one person could have come by.</summary>
    AfterWait,

    /// <summary>At once.</summary>
    Now,
}
