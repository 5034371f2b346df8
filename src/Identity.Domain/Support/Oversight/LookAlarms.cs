using System.Globalization;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Oversight;

/// <summary>Tells supervisors when somebody's looks of a day become unusual: once, at the look that crosses the line.</summary>
internal static class LookAlarms
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Statement Count = new("support-looks.count-of-day",
        """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN account_id IS NULL THEN 1 ELSE 0 END), 0) FROM support_looks WHERE staff_id = @staff AND at > @since
        """);

    /// <summary>Called in the transaction of the look, after it was written.</summary>
    public static async ValueTask<IReadOnlyList<Message>> OfAsync(IStatements write, StaffMember staff, bool foundNone, SupportOptions options, DateTimeOffset now)
    {
        var (looks, misses) = await write.FirstAsync(Count, row => (Number(row[0]), Number(row[1])), ("staff", staff.Id), ("since", (now - Day).ToUnixTimeMilliseconds()));
        return looks == options.AlertLooks || (foundNone && misses == options.AlertMisses)
            ? await Supervisors.TellAsync(write, SupportMessages.LooksUnusual, staff, now)
            : [];
    }

    private static int Number(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
