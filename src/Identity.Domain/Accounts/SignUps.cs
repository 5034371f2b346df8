using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Accounts;

/// <summary>
/// How many accounts one network may begin and create in a day, so that nobody makes them by the thousand. A library or a
/// hospital behind one address stays below.
/// </summary>
public sealed class SignUps(IDatabase database, DayBudgets budgets, IOptions<AccountOptions> options)
{
    /// <summary>A code is about to be sent to a newcomer.</summary>
    /// <returns>When the next one may be.</returns>
    public Task<LimitDecision> CodeAsync(Network network, CancellationToken cancellationToken) => SpendAsync("sign-up-code", network, options.Value.CodesPerNetworkADay, cancellationToken);

    /// <summary>An account is about to be created.</summary>
    /// <returns>When the next one may be.</returns>
    public Task<LimitDecision> AccountAsync(Network network, CancellationToken cancellationToken) => SpendAsync("sign-up", network, options.Value.AccountsPerNetworkADay, cancellationToken);

    private Task<LimitDecision> SpendAsync(string scope, Network network, int most, CancellationToken cancellationToken) =>
        database.WriteAsync(write => budgets.SpendAsync(write, scope, network.ToString(), most), cancellationToken);
}
