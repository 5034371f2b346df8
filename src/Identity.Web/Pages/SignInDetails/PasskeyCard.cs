using Identity.Domain.Credentials.Passkeys;
using Identity.Web.Locales;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>A passkey as its owner knows it.</summary>
internal sealed record PasskeyCard(Passkey Passkey)
{
    public Guid Id => Passkey.Id;

    /// <summary>What its owner calls it, else who keeps it, else when it came.</summary>
    public Message Title(Text text) => Passkey.Nickname is { } nickname ? Message.Verbatim(nickname)
        : Keeper is { } keeper ? Message.Verbatim(keeper)
        : text["details.passkeys.unnamed", ("date", text.Moment(Passkey.CreatedAt))];

    public IEnumerable<(Message Name, string Value)> Facts(Text text)
    {
        if (Passkey.Nickname is not null && Keeper is { } keeper)
            yield return (text["details.passkeys.keeper"], keeper);
        yield return (text["details.passkeys.made"], text.Moment(Passkey.CreatedAt));
        yield return (text["details.passkeys.used"], Passkey.LastUsedAt is { } used ? text.Moment(used) : text["details.passkeys.never"].ToString());
        yield return (text["details.passkeys.where"], text[Passkey.IsSynced ? "details.passkeys.synced" : "details.passkeys.bound"].ToString());
        if (Passkey.IsSuspended)
            yield return (text["details.passkeys.state"], text["details.passkeys.suspended"].ToString());
    }

    private string? Keeper => Passkey.Provider;
}
