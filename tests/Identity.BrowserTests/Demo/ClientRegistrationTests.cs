using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Identity.Demo;
using Identity.Demo.Appointments;
using Identity.Demo.HealthRecord;
using Identity.Demo.RecordsApi;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>What the demo registers is what its applications use.</summary>
public sealed class ClientRegistrationTests
{
    private static readonly DemoOptions Options = DemoOptions.Read([]);

    [Theory]
    [InlineData(AppointmentsApp.ClientId, AppointmentsApp.ClientSecret)]
    [InlineData(RecordsApiHost.ClientId, RecordsApiHost.ClientSecret)]
    [Spec("RFC 6749", "2.3.1")]
    public void The_hash_of_a_secret_in_use_is_registered(string client, string secret)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

        Assert.Equal(hash, Registration(client)["client_secret_sha256"]?[0]?.GetValue<string>());
    }

    [Fact]
    [Spec("RFC 7523", "2.2")]
    public void Health_record_signs_with_the_key_whose_public_half_is_registered()
    {
        var key = HealthRecordApp.Key();
        var registered = Registration("health-record")["jwks"]?["keys"]?[0];

        Assert.Equal((key.Kid, key.X, key.Y), (registered?["kid"]?.GetValue<string>(), registered?["x"]?.GetValue<string>(), registered?["y"]?.GetValue<string>()));
        Assert.Null(registered?["d"]);
    }

    [Theory]
    [InlineData("appointments")]
    [InlineData("health-record")]
    [InlineData("records-api")]
    [InlineData("wearable")]
    [Spec("RFC 7591", "2")]
    public void Every_member_of_a_registration_is_in_the_schema(string client)
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Options.Root, "config", "client.schema.json")));

        Assert.All(Registration(client), member => Assert.NotNull(schema?["properties"]?[member.Key]));
        Assert.All(schema?["required"]?.AsArray() ?? [], name => Assert.NotNull(Registration(client)[name?.GetValue<string>() ?? ""]));
    }

    [Fact]
    public void At_other_ports_every_address_follows_even_if_two_ports_change_places()
    {
        var data = Directory.CreateTempSubdirectory("identity-clients-");
        var options = Options with { Data = data.FullName, Ports = new DemoPorts { Appointments = 5102, HealthRecord = 5101, RecordsApi = 6103 } };

        var folder = ClientRegistrations.Prepare(options);

        Assert.Equal("http://localhost:5102/signin-oidc", Registration("appointments", folder)["redirect_uris"]?[0]?.GetValue<string>());
        Assert.Equal("http://localhost:5101/signin-oidc", Registration("health-record", folder)["redirect_uris"]?[0]?.GetValue<string>());
        Assert.Equal("http://localhost:6103", Registration("health-record", folder)["resources"]?[0]?.GetValue<string>());
        data.Delete(recursive: true);
    }

    private static JsonObject Registration(string client, string? folder = null) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder ?? ClientRegistrations.Prepare(Options), $"{client}.json")))?.AsObject() ?? [];
}
