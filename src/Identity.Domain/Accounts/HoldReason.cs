namespace Identity.Domain.Accounts;

/// <summary>Why nobody can sign in to an account for now: what its owner is told, and no more.</summary>
public enum HoldReason
{
    /// <summary>Something unusual happened, and the account is kept from harm.</summary>
    Safety,

    /// <summary>Something its owner told us is being looked at by people.</summary>
    Review,

    /// <summary>Its owner, or somebody who acts for them, asked for it.</summary>
    Request,
}
