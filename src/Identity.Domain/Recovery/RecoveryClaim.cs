using Identity.Domain.Accounts;

namespace Identity.Domain.Recovery;

/// <summary>Which account somebody says is theirs, as they named it.</summary>
/// <param name="Typed">What was typed: an e-mail address or a sign-in ID.</param>
public sealed record RecoveryClaim(string Typed)
{
    /// <summary>The most that is read.</summary>
    public const int Longest = 254;

    /// <summary>What it is, when it is either.</summary>
    internal AccountIdentifier? Identifier => AccountIdentifier.Read(Typed);

    /// <summary>The address, when it is one.</summary>
    internal EmailAddress? Email => (Identifier as AccountIdentifier.ByEmail)?.Address;

    /// <summary>What was typed, made comparable; whether there is such an account does not matter.</summary>
    internal string Key => Identifier?.Key ?? Typed.Trim().ToLowerInvariant();

    /// <summary>Never what was typed: this text may find its way into a log.</summary>
    public override string ToString() => nameof(RecoveryClaim);
}
