using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Oversight;

/// <summary>Alarms to whoever is a supervisor at that moment.</summary>
internal static class Supervisors
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(4);

    /// <summary>A message to each. It names who of staff it is about by their sign, and no citizen.</summary>
    public static async ValueTask<IReadOnlyList<Message>> TellAsync(IStatements write, string template, StaffMember about, DateTimeOffset now) =>
        await TellAsync(write, template, about.Sign, now);

    /// <inheritdoc cref="TellAsync(IStatements, string, StaffMember, DateTimeOffset)"/>
    public static async ValueTask<IReadOnlyList<Message>> TellAsync(IStatements write, string template, string sign, DateTimeOffset now)
    {
        var supervisors = await write.ListAsync(RequestStatements.Supervisors, row => row.GetString(0), ("now", now.ToUnixTimeMilliseconds()));
        return [.. supervisors.Select(email => new Message(MessageChannel.Email, email, template, "en", new Dictionary<string, string> { ["agent"] = sign }) { Life = Life })];
    }
}
