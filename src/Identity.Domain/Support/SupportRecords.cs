using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support;

/// <summary>
/// What somebody of staff did with an account leaves behind: one line on the citizen's chain, by the sign of whoever did it, and
/// one on theirs. The words they wrote are kept as a commitment, since they may tell of the citizen.
/// </summary>
internal static class SupportRecords
{
    public static Recorded Of(StaffMember staff, Guid? account, string happened, string? words, params IReadOnlyList<(string Key, string Value)> details) =>
        With(staff, account, happened, words, [], details);

    public static Recorded With(
        StaffMember staff, Guid? account, string happened, string? words, IReadOnlyList<Notice> notices, params IReadOnlyList<(string Key, string Value)> details)
    {
        var personal = words is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["words"] = words };
        List<AuditEntry> entries = [new(staff.Subject, happened)
        {
            Details = (account is { } id ? details.Append(("account", id.ToString("D"))) : details).ToDictionary(detail => detail.Item1, detail => detail.Item2),
            Personal = personal,
        }];
        if (account is { } subject)
            entries.Add(new(AuditSubject.Account(subject), happened)
            {
                Actor = staff.Subject.Value,
                Details = details.Append(("agent", staff.Sign)).ToDictionary(detail => detail.Item1, detail => detail.Item2),
            });
        return new(entries, []) { Notices = notices };
    }
}
