using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Testing.Passkeys;
using Identity.Web.Hosting;

namespace Identity.Benchmarks.Servers;

/// <summary>Passkeys in software, one authenticator a citizen, so that each can be asked without naming whom.</summary>
internal static class Passkeys
{
    /// <summary>As many citizens have one; whoever else there is has only rows beside theirs.</summary>
    private const int Most = 1000;

    /// <summary>Gives seeded citizens a passkey, by the rooms of the provider that is about to start.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="origin">Where its pages will be.</param>
    /// <param name="citizens">How many citizens there are.</param>
    public static async Task<IReadOnlyList<SoftwareAuthenticator>> OfSeededAsync(string[] settings, string origin, int citizens)
    {
        await using var provider = IdentityHost.CreateBuilder(settings, "Measurement").Build(configure: null);
        var made = new SoftwareAuthenticator[Math.Min(citizens, Most)];
        await Parallel.ForAsync(0, made.Length, async (number, cancellation) =>
            made[number] = await MakeAsync(provider.Services, ServerFactory.Citizen(number), origin, cancellation));
        return made;
    }

    /// <summary>A passkey that no account has, for a server that does not look.</summary>
    public static SoftwareAuthenticator OfNobody(string origin)
    {
        var authenticator = new SoftwareAuthenticator(origin);
        authenticator.Create(JsonSerializer.Serialize(new
        {
            rp = new { id = "localhost" },
            user = new { id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)) },
            challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
        }));
        return authenticator;
    }

    private static async Task<SoftwareAuthenticator> MakeAsync(IServiceProvider provider, string email, string origin, CancellationToken cancellation)
    {
        var (passkeys, browser) = (provider.GetRequiredService<PasskeyEnrolment>(), RandomNumberGenerator.GetHexString(32));
        var account = await provider.GetRequiredService<AccountStore>().FindByEmailAsync(EmailAddress.Parse(email), cancellation)
            ?? throw new InvalidOperationException($"{email} was not seeded.");
        var session = await provider.GetRequiredService<SessionStore>().StartAsync(account.Id, ProofMethod.Password, null, cancellation);
        var authenticator = new SoftwareAuthenticator(origin);
        var asked = await passkeys.BeginAsync(account.Id, browser, PasskeyEnrolmentKind.Asked, cancellation);
        var outcome = await passkeys.FinishAsync(account.Id, browser, authenticator.Create(asked.OptionsJson), session.Session.Id, cancellation);
        return outcome is EnrolmentOutcome.Added ? authenticator : throw new InvalidOperationException($"The passkey of {email} is {outcome}.");
    }
}
