using Identity.Domain.Disavowal;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Contacts;

/// <summary>
/// Where its owner can be told of an account, whatever it has: e-mail, a text, a call by day, a letter. A notice is written in the
/// transaction of the change; what cannot be delivered one way goes the next.
/// </summary>
public sealed class Reach(Channels channels, DayBudgets budgets, IOptions<PhoneOptions> phones, IDataProtectionProvider protection, TimeProvider clock)
{
    internal const string Purpose = "Identity.FormerContacts";

    /// <summary>How long a contact that is no longer theirs is still told of what could take the account over.</summary>
    public static readonly TimeSpan FormerLife = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>The messages that tell of it; none when there is no such account or no way to its owner.</summary>
    internal async ValueTask<IReadOnlyList<Message>> MessagesAsync(IStatements write, Notice notice)
    {
        if (await write.FirstAsync(ReachStatements.Account, ReachableAccount.Of, ("account", notice.Account)) is not { } account)
            return [];

        if (notice.NotMe)
        {
            var link = await NoticeLinks.CreateAsync(write, notice.Account, notice.Template, clock.GetUtcNow());
            notice = notice with { Values = new Dictionary<string, string>(notice.Values) { ["link"] = link } };
        }

        var routes = await RoutesAsync(write, notice.Account, account);
        var messages = notice.To is NoticeAudience.Owner
            ? routes.Take(1).Select(route => Message(notice, account, route, [.. routes.Skip(1)]))
            : routes.Where((route, at) => at == 0 || route.Channel is not MessageChannel.Letter).Select(route => Message(notice, account, route, []));
        var former = notice.To is NoticeAudience.EverywhereAndFormer ? await FormerAsync(write, notice.Account) : [];
        return [.. messages, .. former.Except(routes).Select(route => Message(notice, account, route, []))];
    }

    /// <summary>Keeps, sealed, a contact that somebody has just given up, or that was taken from them.</summary>
    internal ValueTask<int> RememberAsync(IStatements write, Guid account, MessageRoute route)
    {
        var now = clock.GetUtcNow();
        return write.ExecuteAsync(ReachStatements.Remember, ("id", Guid.CreateVersion7(now)), ("account", account), ("channel", (int)route.Channel),
            ("sealed", _protector.Protect(System.Text.Encoding.UTF8.GetBytes(route.Destination))), ("now", now.ToUnixTimeMilliseconds()));
    }

    // What is known not to arrive comes last, and is still better than nothing.
    private async ValueTask<IReadOnlyList<MessageRoute>> RoutesAsync(IStatements write, Guid id, ReachableAccount account)
    {
        var routes = new List<MessageRoute>();
        if (account is { Email: { } email, EmailBounces: false })
            routes.Add(new(MessageChannel.Email, email));
        foreach (var (number, texts) in await write.ListAsync(ReachStatements.Numbers, row => (row.GetString(0), row.GetBoolean(1)), ("account", id)))
        {
            var channel = texts ? MessageChannel.Text : MessageChannel.Voice;
            if (channels.Has(channel) && await budgets.SpendAsync(write, "notice", number, phones.Value.NoticesPerNumberADay) is LimitDecision.Allowed)
                routes.Add(new(channel, number));
        }
        if (account.Letter is { } letter && channels.Has(MessageChannel.Letter))
            routes.Add(new(MessageChannel.Letter, letter));
        if (account is { Email: { } bouncing, EmailBounces: true })
            routes.Add(new(MessageChannel.Email, bouncing));
        return routes;
    }

    private async ValueTask<IReadOnlyList<MessageRoute>> FormerAsync(IStatements write, Guid account) => [.. (await write.ListAsync(ReachStatements.Former,
        row => new MessageRoute((MessageChannel)row.GetInt32(0), System.Text.Encoding.UTF8.GetString(_protector.Unprotect((byte[])row[1]))),
        ("account", account), ("since", (clock.GetUtcNow() - FormerLife).ToUnixTimeMilliseconds()))).Distinct()];

    private Message Message(Notice notice, ReachableAccount account, MessageRoute route, IReadOnlyList<MessageRoute> otherwise) =>
        new(route.Channel, route.Destination, notice.Template, account.Locale, notice.Values) { Life = notice.Life, Otherwise = otherwise, Calls = phones.Value.Calls };
}
