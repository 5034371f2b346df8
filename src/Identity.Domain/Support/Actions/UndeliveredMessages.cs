using Identity.Domain.Contacts;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Actions;

/// <summary>A message that did not reach its owner: by its kind and where to, masked, and never by what it says.</summary>
public sealed record UndeliveredMessage(Guid Id, string Template, MessageChannel Channel, string Destination, bool HasFailed);

/// <summary>
/// The last messages of an account that wait still, or that nothing took. One is sent again only to where its owner is reached
/// still, and five times a day.
/// </summary>
public sealed class UndeliveredMessages(IDatabase database, AccountFiles files, Outbox outbox, DayBudgets budgets)
{
    private const int MostADay = 5;

    private static readonly Statement Numbers = new("support-messages.numbers", "SELECT number FROM phones WHERE account_id = @account");

    /// <returns>Those of the account that a look keeps open; none when it is over.</returns>
    public async Task<IReadOnlyList<UndeliveredMessage>> ListAsync(StaffSession session, Guid look, CancellationToken cancellationToken) =>
        await files.FindAsync(session, look, cancellationToken) is not { } account ? [] : await database.ReadAsync<IReadOnlyList<UndeliveredMessage>>(async read =>
        {
            var ways = await WaysAsync(read, account.Id);
            return [.. (await outbox.UnsentAsync(read, account.Id)).Where(unsent => Kept(unsent.Message, ways).Length > 0).Select(Shown)];
        }, cancellationToken);

    /// <returns>Whether it goes once more.</returns>
    internal async ValueTask<bool> ResendAsync(IStatements write, Guid account, Guid id)
    {
        if ((await outbox.UnsentAsync(write, account)).FirstOrDefault(each => each.Id == id) is not { } unsent
            || Kept(unsent.Message, await WaysAsync(write, account)) is not [var first, .. var others]
            || await budgets.SpendAsync(write, "support-resend", account.ToString("D"), MostADay) is LimitDecision.RetryAt)
            return false;
        return await outbox.ResendAsync(write, id, unsent.Message with { Channel = first.Channel, Destination = first.Destination, Otherwise = others });
    }

    internal void Wake() => outbox.Wake();

    private static async ValueTask<HashSet<string>> WaysAsync(IStatements read, Guid account)
    {
        var ways = (await read.ListAsync(Numbers, row => row.GetString(0), ("account", account))).ToHashSet(StringComparer.Ordinal);
        var owner = await read.FirstAsync(ReachStatements.Account, ReachableAccount.Of, ("account", account));
        ways.UnionWith(new[] { owner?.Email, owner?.Letter }.OfType<string>());
        return ways;
    }

    // An address that was theirs when it was written may be somebody else's now.
    private static MessageRoute[] Kept(Message message, HashSet<string> ways) =>
        [.. message.Otherwise.Prepend(new MessageRoute(message.Channel, message.Destination)).Where(route => ways.Contains(route.Destination))];

    private static UndeliveredMessage Shown(UnsentMessage unsent) => new(unsent.Id, unsent.Message.Template, unsent.Message.Channel, unsent.Message.Channel switch
    {
        MessageChannel.Email => Masked.Email(unsent.Message.Destination),
        MessageChannel.Text or MessageChannel.Voice => Masked.Phone(unsent.Message.Destination),
        _ => null,
    } ?? "", unsent.HasFailed);
}
