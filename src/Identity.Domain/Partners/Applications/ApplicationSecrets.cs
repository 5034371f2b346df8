using Identity.Domain.Audit;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Partners.Registration;

namespace Identity.Domain.Partners.Applications;

/// <summary>A secret that was just made, shown once, and what came of it.</summary>
public sealed record MadeSecret(string Secret, DateTimeOffset? EarlierEndsAt);

/// <summary>Secrets of applications. A new one counts beside the last for as long as was chosen, so that nothing breaks while it is put in place.</summary>
public sealed class ApplicationSecrets(PartnerApplications applications, SealedSecrets seal, TimeProvider clock)
{
    /// <summary>The longest that two count side by side.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    /// <summary>Makes a secret. Of those before, the last counts for <paramref name="overlap"/> more, and the others not at all.</summary>
    /// <returns>Null where it keeps no secret, was changed meanwhile or is not theirs.</returns>
    public async Task<MadeSecret?> MakeAsync(Membership by, Application application, TimeSpan overlap, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, LongestOverlap);
        var (client, now) = (application.Client, clock.GetUtcNow());
        if (!client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal))
            return null;
        var secret = SecretToken.Make();
        var signs = client.TokenEndpointAuthMethod == ClientValidator.SecretJwt;
        var last = client.ClientSecretSha256.Take(1).Where(hash => overlap > TimeSpan.Zero && client.Counts(hash, now)).ToList();
        var after = client with
        {
            ClientSecretSha256 = [Convert.ToHexStringLower(SecretToken.Hash(secret)), .. last],
            ClientSecretSealed = signs ? [seal.Seal(secret), .. client.ClientSecretSealed.Take(last.Count)] : [],
            ClientSecretEnds = last.ToDictionary(hash => hash, _ => now + overlap),
        };
        return await applications.WriteAsync(by, PartnerRight.Change, AuditEvents.ClientSecretMade, after, application.Version, cancellationToken) is ChangeOutcome.Changed
            ? new(secret, last.Count > 0 ? now + overlap : null)
            : null;
    }

    /// <summary>Ends every secret but the newest now.</summary>
    public Task<ChangeOutcome> EndEarlierAsync(Membership by, Application application, CancellationToken cancellationToken) => applications.WriteAsync(
        by, PartnerRight.Change, AuditEvents.ClientSecretEnded, application.Client with
        {
            ClientSecretSha256 = [.. application.Client.ClientSecretSha256.Take(1)],
            ClientSecretSealed = [.. application.Client.ClientSecretSealed.Take(1)],
            ClientSecretEnds = new Dictionary<string, DateTimeOffset>(),
        }, application.Version, cancellationToken);
}
