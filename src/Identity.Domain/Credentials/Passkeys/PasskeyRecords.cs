using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Notifications;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What a change of a passkey leaves behind, and what its owner is told.</summary>
internal static class PasskeyRecords
{
    private static readonly TimeSpan MessageLife = TimeSpan.FromDays(7);

    public static AuditEntry Entry(Guid account, Guid passkey, string happened, params IEnumerable<(string Key, string Value)> details) =>
        new(AuditSubject.Account(account), happened)
        {
            Details = details.Append(("passkey", passkey.ToString("D"))).ToDictionary(detail => detail.Item1, detail => detail.Item2),
        };

    public static Recorded Told(KnownAccount? owner, AuditEntry entry, string template) => owner?.Email is { } email
        ? Recorded.Of(entry, new Message(MessageChannel.Email, email, template, owner.Locale, new Dictionary<string, string>()) { Life = MessageLife })
        : Recorded.Of(entry);
}
