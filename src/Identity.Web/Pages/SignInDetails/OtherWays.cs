using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Phones;
using Identity.Web.Locales;
using Identity.Web.Pages.Address;
using Identity.Web.Pages.Authenticator;
using Identity.Web.Pages.Backup;
using Identity.Web.Pages.ChangeEmail;
using Identity.Web.Pages.Password;
using Identity.Web.Pages.Phones;
using Identity.Web.Pages.RecoveryContacts;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>A way in, or to its owner, with what can be done about it.</summary>
internal sealed record OtherWay(Message Name, Message Value, string? Href, Message? Action);

/// <summary>All but passkeys, in the order in which they are shown.</summary>
internal static class OtherWays
{
    /// <summary>Where its owner is written to.</summary>
    public static OtherWay Email(bool hasEmail, Text words, IUrlHelper url) =>
        new(words["claims.email"], words[hasEmail ? "email.row" : "email.none"], url.ChangeEmail(), words[hasEmail ? "common.change" : "phones.add"]);

    /// <summary>Who can vouch for its owner.</summary>
    public static OtherWay People(int count, Text words, IUrlHelper url) => new(
        words["contacts.link"], count == 0 ? words["contacts.none"] : words["contacts.some", ("count", count)], url.RecoveryContacts(), words["contacts.change"]);

    public static IEnumerable<OtherWay> Of(
        HeldWays held, IReadOnlyList<Phone> phones, string? signInId, bool hasAddress, Text words, IUrlHelper url) =>
    [
        held.Password
            ? new(words["details.password"], words["details.password.set"], url.ChangePassword(), words["common.change"])
            : new(words["details.password"], words["details.password.none"], null, null),
        // An app stands beside a password; whoever has none needs none.
        .. held switch
        {
            { App: true } => new OtherWay[] { new(words["details.app"], words["details.app.set"], url.RemoveApp(), words["details.app.remove"]) },
            { Password: true } => [new(words["details.app"], words["details.app.none"], url.SetUpApp(), words["details.app.setUp"])],
            _ => [],
        },
        .. phones.Select(phone => new OtherWay(words["phones.row", ("ending", phone.Number.Ending)],
            words[phone.IsUnreachable ? "phones.row.unreachable" : phone.Number.TakesTexts ? "phones.row.mobile" : "phones.row.landline"],
            url.RemovePhone(phone.Id), words["details.app.remove"])),
        new(words["phones.another"], words[phones.Count == 0 ? "phones.none" : "phones.several"], url.AddPhone(), words["phones.add"]),
        new(words["details.codes"], words["details.codes.left", ("count", held.BackupCodes)], url.BackupCodes(), words["details.codes.see"]),
        new(words["address.row"], words[hasAddress ? "address.set" : "address.none"], url.PostalAddress(), words[hasAddress ? "common.change" : "phones.add"]),
        new(words["details.signInId"], signInId is null ? words["details.signInId.none"] : Message.Verbatim(signInId), url.BackupCodes(), words["details.signInId.print"]),
    ];
}
