using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Phones;

/// <summary>
/// What a day's codes may cost, so that nobody can earn by having them sent: by number, by the thousand numbers around it, by
/// the network that asks, by country. All are full again at midnight, so what one refusal has taken from a narrower one
/// harms nobody.
/// </summary>
internal sealed class PhoneBudget(DayBudgets budgets, IOptions<PhoneOptions> options)
{
    public async ValueTask<LimitDecision> SpendAsync(IStatements write, PhoneNumber phone, Network network)
    {
        var value = options.Value;
        (string Scope, string Of, int Most)[] all =
        [
            ("code-number", phone.E164, value.CodesPerNumberADay),
            ("code-range", phone.Range, value.CodesPerRangeADay),
            ("code-network", network.ToString(), value.CodesPerNetworkADay),
            ("code-country", phone.Country, value.MostTo(phone.Country)),
        ];
        foreach (var (scope, of, most) in all)
        {
            if (await budgets.SpendAsync(write, scope, of, most) is LimitDecision.RetryAt spent)
                return spent;
        }

        return new LimitDecision.Allowed();
    }
}
