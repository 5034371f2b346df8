using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Web.Locales;

namespace Identity.Web.Areas.Support;

/// <summary>Something that can be done with an account, to one of several things where there are.</summary>
internal sealed record ActionChoice(SupportAction Action, Passkey? Passkey = null, UndeliveredMessage? Unsent = null, Finding? Finding = null)
{
    /// <summary>Which of several.</summary>
    public Guid? Target => Passkey?.Id ?? Unsent?.Id ?? Finding?.Id;

    public string Value => Target is { } target ? $"{Action} {target:D}" : Action.ToString();

    /// <summary>What makes sense for this account now.</summary>
    public static IEnumerable<ActionChoice> Of(AccountFile account, IEnumerable<Passkey> passkeys, IEnumerable<UndeliveredMessage> unsent, IEnumerable<Finding> findings)
    {
        yield return new(SupportAction.SendHelp);
        foreach (var message in unsent)
            yield return new(SupportAction.Resend, Unsent: message);
        yield return new(SupportAction.SignOut);
        if (account.HoldEndsAt is not null)
            yield return new(SupportAction.RenewPause);
        yield return new(account.Hold is null ? SupportAction.Freeze : SupportAction.Unfreeze);
        if (account.Ways.App)
            yield return new(SupportAction.RemoveApp);
        foreach (var passkey in passkeys)
            yield return new(SupportAction.RemovePasskey, passkey);
        foreach (var finding in findings)
            yield return new(SupportAction.ClearFinding, Finding: finding);
        if (account.Hold is not null)
            yield break;
        yield return new(SupportAction.StartRecovery);
        yield return new(SupportAction.Deceased);
        yield return new(SupportAction.Close);
    }

    /// <summary>What it is called; of a message its subject, which names its kind and nothing of its owner.</summary>
    public Message Label(Text text) => Unsent is { } message
        ? text["support.act.resend", ("what", text[$"messages.{message.Template}.subject"])]
        : text[CheckWords.Of(Action)];

    /// <summary>When a passkey was added, where a message goes, and whether a colleague has to agree.</summary>
    public Message? Hint(Text text) => this switch
    {
        { Passkey: { } passkey } => text["support.act.passkey", ("added", text.Moment(passkey.CreatedAt))],
        { Unsent: { } unsent } => text[unsent.HasFailed ? "support.act.failed" : "support.act.waits", ("way", text[CheckWords.Of(unsent.Channel)]), ("where", unsent.Destination)],
        { Finding: { } finding } => text["support.act.finding", ("what", text[CheckWords.Of(finding)]), ("when", text.Moment(finding.At))],
        { Action: SupportAction.Close } => text["support.act.close"],
        _ => ActionRules.NeedsSecond(Action) ? text["support.act.second"] : null,
    };
}
