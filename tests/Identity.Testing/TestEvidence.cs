using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Testing;

/// <summary>Proofs that an account has, as if a verifier had given them.</summary>
public static class TestEvidence
{
    /// <summary>A document of Alice Archer that is enough for GPG 45 high (H1A), or for what other scores are.</summary>
    public static Evidence Passport(DateTimeOffset now, EvidenceScores? scores = null) => new()
    {
        Type = EvidenceType.Document,
        Kind = "passport",
        Number = "GBR 123456789",
        Scores = scores ?? new(4, 3, 0, 1, 3),
        Checks = [new EvidenceCheck(CheckMethods.InspectedRemotely, "simulated", now)],
        Claims = new Dictionary<string, string> { [ClaimNames.GivenName] = "Alice", [ClaimNames.FamilyName] = "Archer", [ClaimNames.BirthDate] = "1984-02-29" },
    };

    /// <summary>Puts it on record.</summary>
    /// <param name="services">Of a provider.</param>
    /// <param name="account">Whose.</param>
    /// <param name="scores">What it is worth, when that is not enough for high.</param>
    /// <param name="more">What else it vouches for.</param>
    public static async Task ProveAsync(IServiceProvider services, Guid account, EvidenceScores? scores = null, params (string Claim, string Value)[] more)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var passport = Passport(now, scores);
        passport = passport with { Number = $"{passport.Number} {account:N}", Claims = passport.Claims.Concat(more.Select(one => KeyValuePair.Create(one.Claim, one.Value))).ToDictionary() };
        var outcome = await services.GetRequiredService<IdentityRecord>().AddAsync(account, "simulated", [passport], [], CancellationToken.None);
        if (outcome is not AddOutcome.Added)
            throw new InvalidOperationException($"The proof was not added: {outcome}.");
    }
}
