using System.Security.Cryptography;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Gives out challenges and takes each back once.</summary>
internal sealed class Ceremonies(IDatabase database, IOptions<PasskeyOptions> options, TimeProvider clock)
{
    private const int ChallengeBytes = 32;

    /// <summary>How long browsers may wait for the person.</summary>
    public TimeSpan Life => options.Value.CeremonyLife;

    public async Task<byte[]> BeginAsync(string kind, string browser, EnrolmentCeremony ceremony, CancellationToken cancellationToken)
    {
        var challenge = RandomNumberGenerator.GetBytes(ChallengeBytes);
        await database.WriteAsync(write => write.ExecuteAsync(CeremonyStatements.Insert,
            ("challenge", SHA256.HashData(challenge)), ("kind", kind), ("browser", Browser.Hash(browser)), ("account", ceremony.AccountId),
            ("seed", ceremony.SubjectSeed), ("policy", ceremony.Policy.Name), ("conditional", ceremony.IsConditional),
            ("expires", (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds())), cancellationToken);
        return challenge;
    }

    /// <returns>The registration this answers, or null when it is over.</returns>
    public Task<EnrolmentCeremony?> TakeAsync(string kind, string browser, ClientData answer, CancellationToken cancellationToken) =>
        database.WriteAsync(write => write.FirstAsync(CeremonyStatements.Take, EnrolmentCeremony.Of,
            ("challenge", answer.ChallengeHash), ("kind", kind), ("browser", Browser.Hash(browser)), ("now", Now)), cancellationToken);

    /// <returns>The sign-in this answers, or null when it is over.</returns>
    public Task<SignInCeremony?> TakeForSignInAsync(string browser, AssertionResponse answer, CancellationToken cancellationToken) =>
        database.WriteAsync(write => write.FirstAsync(CeremonyStatements.TakeForSignIn, SignInCeremony.Of,
            ("challenge", answer.ClientData.ChallengeHash), ("kind", CeremonyKind.SignIn), ("browser", Browser.Hash(browser)), ("now", Now),
            ("credential", answer.CredentialId)), cancellationToken);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
