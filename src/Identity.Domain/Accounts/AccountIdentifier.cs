using Identity.Domain.SignInIds;

namespace Identity.Domain.Accounts;

/// <summary>What somebody names their account by: an e-mail address or a sign-in ID. Whether there is such an account it does not say.</summary>
public abstract record AccountIdentifier
{
    private AccountIdentifier(string key, string spelling) => (Key, Spelling) = (key, spelling);

    /// <summary>What is compared and counted.</summary>
    public string Key { get; }

    /// <summary>As its owner writes it.</summary>
    public string Spelling { get; }

    /// <summary>An e-mail address.</summary>
    public sealed record ByEmail(EmailAddress Address) : AccountIdentifier(Address.Key, Address.Spelling);

    /// <summary>A sign-in ID.</summary>
    public sealed record BySignInId(SignInId Id) : AccountIdentifier(Id.Text, Id.Text);

    /// <summary>Reads what was typed.</summary>
    /// <returns>Null when it is neither.</returns>
    public static AccountIdentifier? Read(string? typed) =>
        EmailAddress.Read(typed) is EmailReading.Read(var address) ? new ByEmail(address)
        : SignInId.Read(typed) is { } id ? new BySignInId(id)
        : null;

    /// <summary>Never what was typed: this text may find its way into a log.</summary>
    public sealed override string ToString() => nameof(AccountIdentifier);
}
