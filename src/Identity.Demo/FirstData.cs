using Identity.Domain.Accounts;
using Identity.Domain.Partners;

namespace Identity.Demo;

/// <summary>Registers the demo's clients and creates its two citizens, once the provider's own start has made the tables.</summary>
internal sealed class FirstData(DemoOptions options, ClientFolder clients, AccountStore accounts) : IHostedService
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

    private async Task CreateAsync(string email, string given, string family, string born, CancellationToken cancellation)
    {
        var address = EmailAddress.Parse(email);
        if (await accounts.FindByEmailAsync(address, cancellation) is not null) return;
        var citizen = new NewAccount(address) { Name = PersonName.FromStored(given, family), BirthDate = BirthDate.FromStored(born) };
        var outcome = await accounts.CreateAsync(citizen, Password, cancellation);
        if (outcome is not CreateOutcome.Created) throw new InvalidOperationException($"{email} could not be created: {outcome}.");
    }
}
