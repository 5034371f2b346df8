using Identity.Domain.Accounts;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>What an account lacks for a level, and every way to get it, the cheapest first. Safe for concurrent use.</summary>
public sealed class VerificationRoutes
{
    private readonly OfferedVerifiers _offered;
    private readonly IdentityRecord _record;
    private readonly RunLimits _limits;
    private readonly AccountStore _accounts;
    private readonly RunEngine _engine;

    internal VerificationRoutes(OfferedVerifiers offered, IdentityRecord record, RunLimits limits, AccountStore accounts, RunEngine engine) =>
        (_offered, _record, _limits, _accounts, _engine) = (offered, record, limits, accounts, engine);

    /// <summary>How an account stands to a level.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="level">The level asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LevelExplanation> ExplainAsync(Guid account, Level level, CancellationToken cancellationToken)
    {
        var (evidence, against) = await _record.HeldAsync(account, cancellationToken);
        var ways = await _engine.WaysAsync(cancellationToken);
        var now = _limits.Now;
        return new LevelExplanation(level, EvidencePolicy.Judge(_limits.Levels, _limits.Levels.Frameworks[level.Framework], evidence, against, now),
            NextSteps.Towards(_limits.Levels, level, evidence, against, [.. ways.Where(way => way.IsOpen).Select(way => OfferOf(way.Verifier.Manifest))], now), ways);
    }

    /// <summary>Of what a verifier has to be told, that which the account knows, for its owner to see and agree to.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DetailsAsync(Guid account, string verifier, CancellationToken cancellationToken)
    {
        if (_offered.Find(verifier) is not { } offered || await _accounts.ClaimsAsync(account, cancellationToken) is not { } claims)
            return new Dictionary<string, string>();
        var claimed = new (string Name, string? Value)[]
        {
            (ClaimNames.GivenName, claims.GivenName),
            (ClaimNames.FamilyName, claims.FamilyName),
            (ClaimNames.BirthDate, claims.BirthDate?.Iso),
            (ClaimNames.Address, claims.Address?.OnLetter(null)),
            (ClaimNames.PhoneNumber, claims.PhoneNumberVerified ? claims.PhoneNumber : null),
            (ClaimNames.Email, claims.EmailVerified ? claims.Email : null),
        }.Where(detail => detail.Value is not null && offered.Manifest.Needs.Contains(detail.Name) && !offered.Manifest.NeedsVouched.Contains(detail.Name));
        return claimed.Select(detail => KeyValuePair.Create(detail.Name, detail.Value!)).Concat(await VouchedAsync(account, offered.Manifest, cancellationToken)).ToDictionary(); // Filtered just before.
    }

    // By what others found: a verifier's own word does not make it surer of the same again.
    private async Task<IEnumerable<KeyValuePair<string, string>>> VouchedAsync(Guid account, VerifierManifest manifest, CancellationToken cancellationToken) => manifest.NeedsVouched.Count == 0
        ? []
        : (await _record.StandingAsync(account, _limits.Levels.Frameworks.Keys.First(), cancellationToken)).ClaimsBeside(manifest.Name)
            .Where(claim => manifest.Needs.Contains(claim.Key) && manifest.NeedsVouched.Contains(claim.Key));

    private static RouteOffer OfferOf(VerifierManifest manifest) => new(manifest.Name, manifest.Gives, manifest.Claims, manifest.Minutes, manifest.Wait)
    {
        Requires = manifest.NeedsVouched,
        Travel = manifest.NeedsTravel,
        Things = manifest.Things.Count,
        Methods = manifest.Methods,
    };
}

/// <summary>How an account stands to a level.</summary>
/// <param name="Level">The level asked for.</param>
/// <param name="Standing">Where it stands in that scheme, and by what.</param>
/// <param name="Plans">What would reach it, the cheapest first; none when it is reached, or nothing on offer reaches it.</param>
/// <param name="Ways">Every verifier, whether or not it helps, the quickest first.</param>
public sealed record LevelExplanation(Level Level, Standing Standing, IReadOnlyList<RoutePlan> Plans, IReadOnlyList<OfferedRoute> Ways)
{
    /// <summary>Whether it is reached.</summary>
    public bool IsReached => Standing.Reaches(Level);
}

/// <summary>A verifier, and whether it is open now.</summary>
/// <param name="Verifier">What it says of itself.</param>
/// <param name="IsOpen">Whether it can be begun.</param>
/// <param name="RetryAt">When it may be again, if it is not and somebody knows.</param>
public sealed record OfferedRoute(OfferedVerifier Verifier, bool IsOpen, DateTimeOffset? RetryAt);
