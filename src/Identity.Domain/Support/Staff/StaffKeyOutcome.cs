using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Support.Staff;

/// <summary>What became of an answer of a passkey of staff.</summary>
public abstract record StaffKeyOutcome
{
    private StaffKeyOutcome() { }

    /// <summary>It is added, or it was they who answered.</summary>
    public sealed record Accepted(Guid StaffId) : StaffKeyOutcome;

    /// <summary>The question is over: answered already, too old, or put to another browser or person.</summary>
    public sealed record Expired : StaffKeyOutcome;

    /// <summary>Nobody here has it, or somebody has it already.</summary>
    public sealed record Unknown : StaffKeyOutcome;

    /// <summary>The answer does not hold, or its model is not what is asked of staff.</summary>
    public sealed record Refused(WebAuthnError Error) : StaffKeyOutcome;
}
