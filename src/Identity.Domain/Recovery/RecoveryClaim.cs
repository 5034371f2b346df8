using Identity.Domain.Accounts;

namespace Identity.Domain.Recovery;

/// <summary>Which account somebody says is theirs, as they named it.</summary>
/// <param name="Typed">What was typed: an e-mail address or a sign-in ID.</param>
public sealed record RecoveryClaim(string Typed)
{
    /// <summary>The most that is read.</summary>
    public const int Longest = 254;

    /// <summary>The address, when it is one.</summary>
    internal EmailAddress? Email => EmailAddress.Read(Typed) is EmailReading.Read(var address) ? address : null;

    /// <summary>What was typed, made comparable; whether there is such an account does not matter.</summary>
    internal string Key => Email?.Key ?? Typed.Trim().ToLowerInvariant();

    /// <summary>Never what was typed: this text may find its way into a log.</summary>
    public override string ToString() => nameof(RecoveryClaim);
}
