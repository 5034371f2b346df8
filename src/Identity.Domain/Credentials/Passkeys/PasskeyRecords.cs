using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What a change of a passkey leaves behind, and what its owner is told.</summary>
internal static class PasskeyRecords
{
    public static AuditEntry Entry(Guid account, Guid passkey, string happened, params IEnumerable<(string Key, string Value)> details) =>
        new(AuditSubject.Account(account), happened)
        {
            Details = details.Append(("passkey", passkey.ToString("D"))).ToDictionary(detail => detail.Item1, detail => detail.Item2),
        };

    public static Recorded Told(KnownAccount? owner, AuditEntry entry, string template) =>
        owner is null ? Recorded.Of(entry) : Recorded.Of(entry, new Notice(owner.Id, template));
}
