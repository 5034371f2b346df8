using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Support;

/// <summary>Something that can be done with an account, to one of several things where there are.</summary>
internal sealed record ActionChoice(SupportAction Action, Passkey? Passkey = null)
{
    public string Value => Passkey is null ? Action.ToString() : $"{Action} {Passkey.Id:D}";

    /// <summary>What makes sense for this account now.</summary>
    public static IEnumerable<ActionChoice> Of(AccountFile account, IEnumerable<Passkey> passkeys)
    {
        yield return new(SupportAction.SendHelp);
        yield return new(SupportAction.SignOut);
        yield return new(account.Hold is null ? SupportAction.Freeze : SupportAction.Unfreeze);
        if (account.Ways.App)
            yield return new(SupportAction.RemoveApp);
        foreach (var passkey in passkeys)
            yield return new(SupportAction.RemovePasskey, passkey);
        if (account.Hold is not null)
            yield break;
        yield return new(SupportAction.StartRecovery);
        yield return new(SupportAction.Deceased);
    }

    /// <summary>When a passkey was added, and whether a colleague has to agree.</summary>
    public Message? Hint(Text text) => Passkey is { } passkey
        ? text["support.act.passkey", ("added", text.Moment(passkey.CreatedAt))]
        : ActionRules.NeedsSecond(Action) ? text["support.act.second"] : null;
}
