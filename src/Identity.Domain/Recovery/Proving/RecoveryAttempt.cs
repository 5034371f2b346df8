using Identity.Domain.Accounts;
using Identity.Domain.Limits;

namespace Identity.Domain.Recovery.Proving;

/// <summary>Somebody tries to show that an account is theirs.</summary>
/// <param name="Journey">The key of their journey, which opens in one browser only.</param>
/// <param name="Claim">Which account, as they named it.</param>
/// <param name="Network">Where the request came from.</param>
/// <param name="Locale">The language of the page.</param>
public sealed record RecoveryAttempt(string Journey, RecoveryClaim Claim, Network Network, string Locale)
{
    /// <summary>The account of which something was shown already, so that the rest of it is no secret any more.</summary>
    public Guid? Owner { get; init; }

    /// <summary>Whether something was.</summary>
    internal bool IsKnown => Owner is not null;

    /// <summary>What is counted: the account as it was named, or itself once it is known.</summary>
    internal string Key => Owner?.ToString("D") ?? Claim.Key;

    /// <summary>The account, when there is one.</summary>
    internal KnownAccount? Account { get; init; }

    /// <summary>The account, or the id of none: what is looked up takes the same work.</summary>
    internal Guid Target { get; init; }

    /// <summary>Never what was typed: this text may find its way into a log.</summary>
    public override string ToString() => nameof(RecoveryAttempt);
}
