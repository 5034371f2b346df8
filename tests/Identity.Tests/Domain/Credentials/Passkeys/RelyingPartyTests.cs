using Identity.Domain.Credentials.Passkeys;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Credentials.Passkeys;

[Spec("WebAuthn 3", "5.1.2")]
public sealed class RelyingPartyTests
{
    [Theory]
    [InlineData("https://identity.example", "identity.example", "https://identity.example")]
    [InlineData("https://identity.example:8443/base", "identity.example", "https://identity.example:8443")]
    [InlineData("http://localhost:5000", "localhost", "http://localhost:5000")]
    [InlineData("https://bücher.example", "xn--bcher-kva.example", "https://xn--bcher-kva.example")]
    public void It_is_the_issuers_host_and_origin(string issuer, string id, string origin)
    {
        var party = Party(issuer);

        Assert.True(party.IsAvailable);
        Assert.Equal((id, origin), (party.Id, Assert.Single(party.Origins)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("https://[::1]:5000")]
    [InlineData("https://192.0.2.7")]
    [InlineData(null)]
    public void An_address_is_no_domain_so_passkeys_are_off(string? issuer) => Assert.False(Party(issuer).IsAvailable);

    [Fact]
    public void A_domain_above_the_issuers_lets_its_pages_in_and_one_beside_does_not()
    {
        Assert.Equal(["https://id.city.example"], Party("https://id.city.example", options => options.RelyingPartyId = "city.example").Origins);
        Assert.False(Party("https://id.city.example", options => options.RelyingPartyId = "other.example").IsAvailable);
        Assert.False(Party("https://evilcity.example", options => options.RelyingPartyId = "city.example").IsAvailable);
    }

    [Theory]
    [InlineData("Passkeys:RelyingPartyId", "127.0.0.1")]
    [InlineData("Passkeys:RelyingPartyId", "https://identity.example")]
    [InlineData("Passkeys:RelyingPartyId", "Identity.Example")]
    [InlineData("Passkeys:RelyingPartyId", "identity.example.")]
    [InlineData("Passkeys:Origins:0", "http://identity.example")]
    [InlineData("Passkeys:Origins:0", "https://identity.example/")]
    [InlineData("Passkeys:Origins:0", "identity.example")]
    public void A_fault_names_its_key_and_what_was_found(string key, string found)
    {
        var options = new PasskeyOptions();
        if (key.Contains("Origins", StringComparison.Ordinal))
            options.Origins.Add(found);
        else
            options.RelyingPartyId = found;

        var fault = Assert.Single(new PasskeyOptionsValidator().Validate(null, options).Failures!);

        Assert.StartsWith($"{key} is '{found}'. ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var options = new PasskeyOptions { RelyingPartyName = new('n', 65), CeremonyLife = TimeSpan.FromSeconds(59), MostPerAccount = 1 };

        Assert.Equal(3, new PasskeyOptionsValidator().Validate(null, options).Failures!.Count());
    }

    private static RelyingParty Party(string? issuer, Action<PasskeyOptions>? change = null)
    {
        var options = new PasskeyOptions();
        change?.Invoke(options);
        return new(Options.Create(options), Options.Create(new PasskeySite { Issuer = issuer is null ? null : new Uri(issuer), Name = "Identity" }));
    }
}
