using Identity.Domain.Accounts;
using Identity.Domain.Partners;
using Identity.Domain.Verification.Record;
using Identity.Sdk;

namespace Identity.Demo;

/// <summary>
/// Registers the demo's clients and creates its two citizens, once the provider's own start has made the tables. The first has
/// proved who she is; the second proves it when an application asks.
/// </summary>
internal sealed class FirstData(DemoOptions options, ClientFolder clients, AccountStore accounts, IdentityRecord record, TimeProvider clock) : IHostedService
{
    public const string Password = "violet-kettle-harbour";

    private static readonly (string Email, string Given, string Family, string Born)[] Citizens =
    [
        ("alice@example.test", "Alice", "Archer", "1984-02-29"),
        ("bob@example.test", "Bob", "Baker", "1951-11-03"),
    ];

    /// <exception cref="DemoRefusedException">A registration has faults; every one is listed.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await clients.LoadAsync(ClientRegistrations.Prepare(options), cancellationToken);
        }
        catch (InvalidOperationException faults)
        {
            throw new DemoRefusedException(faults.Message, faults);
        }

        foreach (var citizen in Citizens)
            await CreateAsync(citizen.Email, citizen.Given, citizen.Family, citizen.Born, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // As the simulated verifier gives it for a document that is enough for a high level.
    private async Task ProveAsync(Guid account, string given, string family, string born, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await record.AddAsync(account, "simulated",
        [
            new Evidence
            {
                Type = EvidenceType.Document,
                Kind = "simulated_document",
                Number = "HIGH 0",
                Scores = new(4, 3, 0, 1, 3),
                Checks = [new(CheckMethods.InspectedRemotely, "Simulated", now), new(CheckMethods.LikenessRemotely, "Simulated", now)],
                Claims = new Dictionary<string, string> { [ClaimNames.GivenName] = given, [ClaimNames.FamilyName] = family, [ClaimNames.BirthDate] = born },
            },
        ], [], cancellation);
    }

    private async Task CreateAsync(string email, string given, string family, string born, CancellationToken cancellation)
    {
        var address = EmailAddress.Parse(email);
        if (await accounts.FindByEmailAsync(address, cancellation) is not null) return;
        var citizen = new NewAccount(address) { Name = PersonName.FromStored(given, family), BirthDate = BirthDate.FromStored(born) };
        var outcome = await accounts.CreateAsync(citizen, Password, cancellation);
        if (outcome is not CreateOutcome.Created(var id)) throw new InvalidOperationException($"{email} could not be created: {outcome}.");
        if (email == Citizens[0].Email) await ProveAsync(id, given, family, born, cancellation);
    }
}
