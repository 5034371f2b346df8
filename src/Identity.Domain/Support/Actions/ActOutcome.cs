namespace Identity.Domain.Support.Actions;

/// <summary>What became of an action.</summary>
public abstract record ActOutcome
{
    private ActOutcome() { }

    /// <summary>It is done.</summary>
    public sealed record Done : ActOutcome;

    /// <summary>A colleague was drawn, who has to agree.</summary>
    public sealed record Drawn(string Sign) : ActOutcome;

    /// <summary>There is nothing to do: it is so already, or is asked for already.</summary>
    public sealed record Nothing : ActOutcome;

    /// <summary>The caller has not shown that the account is theirs.</summary>
    public sealed record CallerUnknown : ActOutcome;

    /// <summary>Nobody has shown yet that the owner reads the new address.</summary>
    public sealed record AddressUnknown : ActOutcome;

    /// <summary>No colleague who could agree is on line.</summary>
    public sealed record NobodyOnLine : ActOutcome;

    /// <summary>The case it would be done in is closed.</summary>
    public sealed record CaseClosed : ActOutcome;

    /// <summary>The look is over, or the passkey was used too long ago.</summary>
    public sealed record Over : ActOutcome;
}
