using Identity.Domain.Accounts;

namespace Identity.Domain.Support.Staff;

/// <summary>Somebody who is asked to work here.</summary>
/// <param name="Email">Their address at work.</param>
/// <param name="Name">What colleagues know them by.</param>
/// <param name="Role">The role that is proposed for them.</param>
public sealed record Invitee(EmailAddress Email, string Name, string Role)
{
    /// <summary>The longest name there may be.</summary>
    public const int LongestName = 100;

    /// <summary>The address of their own account as a citizen, which they must never handle; that at work while it is null.</summary>
    public EmailAddress? Own { get; init; }
}

/// <summary>What became of an invitation.</summary>
public abstract record InviteOutcome
{
    private InviteOutcome() { }

    /// <summary>The code is to be told to them by whoever invites, and works once.</summary>
    public sealed record Invited(Guid StaffId, InvitationCode Code, DateTimeOffset Until) : InviteOutcome;

    /// <summary>Somebody with that address is here.</summary>
    public sealed record AlreadyHere : InviteOutcome;

    /// <summary>There is nobody to invite any more, or it would be oneself.</summary>
    public sealed record Refused : InviteOutcome;
}
