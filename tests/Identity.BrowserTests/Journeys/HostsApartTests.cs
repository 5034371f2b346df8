using Identity.BrowserTests.Running;
using Identity.Domain.Partners;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>The provider and two applications, each at an https host of its own, as they are when they are not on one machine.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.7")]
public sealed class HostsApartTests(Browser browser, HostsApartTests.Provider provider) : IClassFixture<HostsApartTests.Provider>, IAsyncLifetime
{
    private readonly Clinic riverside = new("Riverside Clinic", "127.0.0.2");
    private readonly Clinic harbour = new("Harbour Clinic", "127.0.0.3");

    public async ValueTask InitializeAsync()
    {
        foreach (var clinic in new[] { riverside, harbour })
        {
            await provider.Get<ClientStore>().SaveAsync(clinic.Registration, "test", TestContext.Current.CancellationToken);
            await clinic.StartAsync(provider.Address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await riverside.DisposeAsync();
        await harbour.DisposeAsync();
    }

    [Fact]
    public async Task One_sign_out_ends_every_session_and_nobody_elses()
    {
        await provider.CreateAccountAsync("alice@example.test");
        await provider.CreateAccountAsync("bob@example.test");
        await using var alice = await browser.OpenAsync(Screen.Phone);
        await using var bob = await browser.OpenAsync(Screen.Wide);
        await SignInAsync(alice, "alice@example.test");
        await SignInAsync(bob, "bob@example.test");
        // Once for both: at the second she only agrees.
        await alice.GoAsync(harbour.Address, "/sign-in");
        await alice.AgreeAsync("Harbour Clinic");
        await alice.SeeAsync("Appointments for Alice Archer");
        await SeesNoCookieOfAnotherAsync(alice);

        await alice.ClickButtonAsync("Sign out");

        await alice.SeeAsync("You have signed out");
        await alice.SeeEventuallyAsync("Sign in to continue to Riverside Clinic", riverside.Address, "/appointments");
        await alice.GoAsync(harbour.Address, "/appointments");
        await alice.SeeAsync("Sign in to continue to Harbour Clinic");
        await bob.GoAsync(riverside.Address, "/appointments");
        await bob.SeeAsync("Appointments for Alice Archer");
    }

    private async Task SignInAsync(Visitor visitor, string email)
    {
        await visitor.GoAsync(riverside.Address, "/sign-in");
        await visitor.SeeAsync("Sign in to continue to Riverside Clinic");
        await visitor.FillAsync("Email address or sign-in ID", email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("Enter your password");
        await visitor.FillAsync("Password", RunningProvider.Password);
        await visitor.ClickButtonAsync("Sign in");
        await visitor.AgreeAsync("Riverside Clinic");
        await visitor.SeeAsync("Appointments for Alice Archer");
    }

    private async Task SeesNoCookieOfAnotherAsync(Visitor visitor)
    {
        var hosts = (await visitor.Context.CookiesAsync()).Where(cookie => cookie.Name is "riverside-clinic" or "harbour-clinic").Select(cookie => (cookie.Name, cookie.Domain));
        Assert.Equal([("harbour-clinic", harbour.Address.Host), ("riverside-clinic", riverside.Address.Host)], hosts.Order());
    }

    /// <summary>The provider, which may call this machine and trusts what it shows.</summary>
    public sealed class Provider() : RunningProvider("default", secure: true)
    {
        private readonly string authorities = Path.GetTempFileName();

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
            [new("Outgoing:PrivateNetworks:0", "127.0.0.0/8"), new("Outgoing:CertificateAuthorities", authorities)];

        public override async ValueTask InitializeAsync()
        {
            await File.WriteAllTextAsync(authorities, TestCertificate.Value.ExportCertificatePem());
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            File.Delete(authorities);
        }
    }
}
