using System.Text.Json;
using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;

namespace Identity.Tests.Protocol.Discovery.Advertised;

/// <summary>A provider that offers all it has, and Erin, of whom everything is known.</summary>
public sealed class AdvertisedScene() : ProtocolScene(StorageProvider.Sqlite)
{
    private int _count;
    private Guid _person;

    /// <summary>An application that may ask for everything.</summary>
    public static Client Registration { get; } = TestClient.Appointments with
    {
        Scope = string.Join(' ', SharedItem.All.Select(item => item.Scope).Where(scope => scope.Length > 0).Distinct().Prepend("openid").Append("offline_access")),
        VectorsOfTrust = ["P2.Cl"],
        Consent = new() { Claims = SharedItem.All.ToDictionary(item => item.Name, _ => new ConsentTerm(false, "")) },
    };

    public Guid Erin { get; private set; }

    protected override (string, string)[] Settings =>
    [
        .. PartnerSite.Reachable,
        ("Registration:Offered", "true"),
        ("Verifiers:Offered", "simulated in-person letter"),
        .. new[] { "ES256", "RS256", "RS512", "PS256" }.Select((algorithm, index) => ($"Keys:Algorithms:{index}", algorithm)),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Erin = await CreateAsync("erin@example.test");
        await TestEvidence.ProveAsync(Provider.Services, Erin, null, ("address", "1 Seaview Road"), ("nhs_number", "9434765919"));
    }

    /// <summary>Erin comes with a passkey, which is enough for every class of sign-in.</summary>
    public async Task BeginAsync()
    {
        await ComeAsync(Erin);
        await Provider.ConsentAsync(Erin, Client.Registration);
    }

    /// <summary>Somebody else comes, who is known as well as she is but has not been checked yet.</summary>
    public async Task<Guid> AnotherAsync()
    {
        await ComeAsync(await CreateAsync($"another-{++_count}@example.test"));
        return _person;
    }

    /// <summary>An application of its own, with which whoever is here has agreed to share.</summary>
    public async Task<TestClient> ClientAsync(Func<Client, Client> change)
    {
        var registration = change(Registration) with { ClientId = $"client-{++_count}", ClientName = $"Client {_count}" };
        await Provider.RegisterAsync(registration);
        await Provider.ConsentAsync(_person, registration);
        return new TestClient(registration);
    }

    /// <summary>What user-info says, as a member each.</summary>
    public async Task<JsonElement> ToldAsync(TokenAnswer tokens)
    {
        using var document = JsonDocument.Parse(await UserInfoTextAsync(tokens));
        return document.RootElement.Clone();
    }

    public async Task<string> UserInfoTextAsync(TokenAnswer tokens)
    {
        using var response = await UserInfoAsync(tokens["access_token"] ?? "");
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task ComeAsync(Guid person) => Provider.SignInAsync(Browser, _person = person, ProofMethod.PasskeySynced);

    private async Task<Guid> CreateAsync(string email)
    {
        var created = await Provider.Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse(email))
        {
            Name = PersonName.Read("Alice", "Archer") is PersonNameReading.Read name ? name.Name : null,
            BirthDate = BirthDate.FromStored("1984-02-29"),
            Address = new PostalAddress { StreetAddress = "1 Seaview Road", Locality = "Bangor", PostalCode = "LL57 1AA", Country = "GB" },
            PhoneNumber = TestCredentials.Mobile,
        }, TestProvider.Password, CancellationToken.None);
        return ((CreateOutcome.Created)created).AccountId;
    }
}
