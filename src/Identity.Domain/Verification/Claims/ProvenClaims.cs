using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Sdk;

namespace Identity.Domain.Verification.Claims;

/// <summary>
/// What an application may be told of a citizen now: an item that takes a level is there once the level is reached, as the
/// evidence has it, and is gone when the level is. Safe for concurrent use.
/// </summary>
public sealed class ProvenClaims(AccountStore accounts, IdentityRecord record, ClaimLevels levels, LevelRules rules, TimeProvider clock)
{
    /// <summary>Reads them: one read, and one more when an item takes a level.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="items">What may be told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The account's own values and what evidence vouches for; null when there is no such account.</returns>
    public async Task<AccountClaims?> OfAsync(Guid account, IReadOnlyCollection<SharedItem> items, CancellationToken cancellationToken)
    {
        if (await accounts.ClaimsAsync(account, cancellationToken) is not { } claims)
            return null;
        var vouched = new Dictionary<string, string>(StringComparer.Ordinal);
        if (items.Any(item => levels.Of(item) is not null))
        {
            var (evidence, against) = await record.HeldAsync(account, cancellationToken);
            foreach (var item in items)
            {
                if (levels.Of(item) is { } level)
                    claims = Prove(item, level, EvidencePolicy.Judge(rules, rules.Frameworks[level.Framework], evidence, against, clock.GetUtcNow()), claims, vouched);
            }
        }

        foreach (var item in items.Where(item => levels.Of(item) is null))
            Age(item, claims.BirthDate, vouched);
        return vouched.Count == 0 ? claims : claims with { Vouched = vouched };
    }

    private AccountClaims Prove(SharedItem item, Level level, Standing standing, AccountClaims claims, Dictionary<string, string> vouched)
    {
        if (!standing.Reaches(level))
            return Without(item, claims);
        var born = standing.Claims.TryGetValue(ClaimNames.BirthDate, out var date) ? BirthDate.FromStored(date) : claims.BirthDate;
        foreach (var claim in item.Claims.Where(standing.Claims.ContainsKey))
            vouched[claim] = standing.Claims[claim];
        Age(item, born, vouched);
        return item.Name is "birthdate" ? claims with { BirthDate = born } : claims;
    }

    private static AccountClaims Without(SharedItem item, AccountClaims claims) => item.Name switch
    {
        "name" => claims with { Name = null, GivenName = null, FamilyName = null },
        "birthdate" => claims with { BirthDate = null },
        "email" => claims with { Email = null },
        "phone_number" => claims with { PhoneNumber = null },
        "address" => claims with { Address = null },
        _ => claims,
    };

    private void Age(SharedItem item, BirthDate? born, Dictionary<string, string> vouched)
    {
        foreach (var age in SharedItem.Ages.Where(age => item.Name == SharedItem.AgeOver(age)))
        {
            if (born?.HasReached(age, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) is { } reached)
                vouched[item.Name] = reached ? bool.TrueString : bool.FalseString;
        }
    }
}
