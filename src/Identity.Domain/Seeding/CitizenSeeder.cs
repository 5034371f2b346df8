using Identity.Domain.Audit;
using Identity.Domain.Consent;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Seeding;

/// <summary>
/// Fills a database with citizens who have each used every registered application once, for tests and measurement: many
/// rows a statement, with an audit that verifies. All share one password, so Production refuses it.
/// </summary>
public sealed class CitizenSeeder(
    IDatabase database, ClientDirectory clients, Passwords passwords, SigningKeyRing keys, AuditSealer sealer, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>The most that are made in one run.</summary>
    public const int Most = 10_000_000;

    private const int Batch = 1000;

    private static readonly Statement Count = new("accounts.count-seeded", "SELECT COUNT(*) FROM accounts WHERE normalized_email LIKE @pattern");

    /// <summary>Adds what is missing to the number of seeded citizens asked for.</summary>
    /// <param name="citizens">How many there shall be.</param>
    /// <param name="password">Everybody's password.</param>
    /// <param name="progress">Told how many there are, now and then.</param>
    /// <param name="cancellationToken">Stops between two batches; what was stored stays.</param>
    /// <returns>How many were added.</returns>
    /// <exception cref="InvalidOperationException">This is Production, or the password cannot be hashed now.</exception>
    public async Task<int> SeedAsync(int citizens, string password, IProgress<int> progress, CancellationToken cancellationToken)
    {
        if (environment.IsProduction())
            throw new InvalidOperationException("Seeded citizens share one known password, so Production takes none.");
        if (await passwords.HashAsync(password, cancellationToken) is not PasswordHash.Hashed { Text: var hash })
            throw new InvalidOperationException("Too many passwords wait to be hashed. Try again on a quiet machine.");

        await clients.RefreshAsync(cancellationToken);
        var consents = Consents(clients.Current);
        var known = await database.ReadAsync(read => read.FirstAsync(Count, row => row.GetInt32(0), ("pattern", $"citizen-%@{SeededCitizen.Domain}")), cancellationToken);
        // The next citizens are thought up while those before them are stored.
        Task<SeedBatch> PrepareAsync(int first) => Task.Run(() =>
        {
            var batch = new SeedBatch(hash, consents, clock.GetUtcNow());
            for (var number = first; number < Math.Min(first + Batch, citizens); number++)
                batch.Add(new SeededCitizen(number));
            return batch;
        }, cancellationToken);
        var (made, next) = (known, PrepareAsync(known));
        while (made < citizens)
        {
            var batch = await next;
            next = PrepareAsync(made + Batch);
            made += await database.WriteAsync(batch.StoreAsync, cancellationToken);
            progress.Report(made);
        }

        await next;
        await SealAsync(cancellationToken);
        return Math.Max(0, citizens - known);
    }

    private async Task SealAsync(CancellationToken cancellationToken)
    {
        await keys.LoadAsync(cancellationToken);
        while (await sealer.SealAsync(cancellationToken) > 0)
        {
        }
    }

    private static Dictionary<string, ConsentDecision> Consents(ClientSnapshot snapshot) => snapshot.Clients
        .Where(client => client.GrantTypes.Contains("authorization_code"))
        .ToDictionary(client => client.ClientId, client =>
        {
            var scopes = client.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var asked = ConsentRequest.For(client, scopes, snapshot);
            return new ConsentDecision(scopes, [.. asked.Items.Select(ask => ask.Item.Name)], []);
        });
}
