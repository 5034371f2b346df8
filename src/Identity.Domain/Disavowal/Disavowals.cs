using Identity.Domain.Accounts;
using Identity.Domain.Accounts.EmailChange;
using Identity.Domain.Recovery;

namespace Identity.Domain.Disavowal;

/// <summary>
/// What follows when somebody who was told of something says that it was not them: what was begun to get into the account ends,
/// and nobody signs in to it until its owner has shown who they are.
/// </summary>
public sealed class Disavowals(AccountStore accounts, AccountHolds holds, Recoveries recoveries, EmailChanges emails)
{
    private const string Actor = "owner";

    /// <summary>Ends what waits to get into the account: every way back that is open, and another e-mail address. The account stays usable.</summary>
    public async Task CancelAsync(NoticeLink link, CancellationToken cancellationToken)
    {
        await recoveries.CancelAsync(link.Account, Actor, cancellationToken);
        await emails.CancelAsync(link.Account, Actor, cancellationToken);
    }

    /// <summary>Freezes the account, and ends every session, grant and way back of it. Freezing twice is freezing once.</summary>
    public async Task FreezeAsync(NoticeLink link, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(link.Account, cancellationToken) is { } account)
        {
            // First, so that nobody gets back in between the two by what was begun before.
            await CancelAsync(link, cancellationToken);
            await holds.HoldAsync(account, HoldReason.Request, Actor, cancellationToken);
        }
    }
}
