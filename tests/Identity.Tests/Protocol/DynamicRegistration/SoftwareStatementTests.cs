using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Identity.Protocol.DynamicRegistration;
using Identity.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>Metadata that somebody whom the operator trusts has signed.</summary>
[Spec("RFC 7591", "2.3")]
public sealed class SoftwareStatementTests : RegistrationScene, IDisposable
{
    private const string Issuer = "https://accreditation.example";

    private readonly string _keys = Path.GetTempFileName();

    public SoftwareStatementTests() => File.WriteAllText(_keys, $"{{\"{Issuer}\": {TestAssertion.Jwks.GetRawText()}}}");

    protected override (string, string)[] More => [("Registration:StatementIssuers", _keys)];

    public void Dispose() => File.Delete(_keys);

    [Fact]
    public async Task It_stands_in_for_a_token_and_over_what_is_beside_it()
    {
        var reply = await AskAsync(Statement());

        Assert.Equal((HttpStatusCode.Created, "Accredited App"), (reply.Status, reply["client_name"]));
    }

    [Fact]
    [Spec("RFC 7592", "2.2")]
    public async Task What_was_signed_cannot_be_changed_without_another()
    {
        var registered = await AskAsync(Statement());
        var renamed = Metadata(("client_id", registered.ClientId), ("client_name", "Renamed App"));

        Refused("invalid_software_statement", await SendAsync(HttpMethod.Put, $"register/{registered.ClientId}", registered.Token, renamed));
        renamed["software_statement"] = Statement().Write();
        var updated = await SendAsync(HttpMethod.Put, $"register/{registered.ClientId}", registered.Token, renamed);

        Assert.Equal((HttpStatusCode.OK, "Accredited App"), (updated.Status, updated["client_name"]));
    }

    [Fact]
    public async Task One_that_somebody_else_signed_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Refused("invalid_software_statement", await AskAsync(Statement(), bytes => other.SignData(bytes, HashAlgorithmName.SHA256)));
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.example", "unapproved_software_statement")]
    [InlineData("iss", null, "unapproved_software_statement")]
    [InlineData("exp", 1L, "invalid_software_statement")]
    [InlineData("nbf", 4_000_000_000L, "invalid_software_statement")]
    [Spec("RFC 7591", "3.2.2")]
    public async Task One_that_does_not_count_is_refused(string claim, object? value, string error)
    {
        var statement = Statement();
        statement.Claims[claim] = value;

        Refused(error, await AskAsync(statement));
    }

    [Fact]
    [Spec("RFC 8725", "3.1")]
    public async Task One_by_the_algorithm_none_is_refused()
    {
        var statement = Statement();
        statement.Header["alg"] = "none";

        Refused("invalid_software_statement", await AskAsync(statement, _ => []));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task What_is_no_JWT_is_refused(string text) => Refused("invalid_software_statement", await SendAsync(HttpMethod.Post, "register", "", Metadata(("software_statement", text))));

    [Fact]
    public async Task So_is_what_is_no_text() => Refused("invalid_software_statement", await SendAsync(HttpMethod.Post, "register", "", Metadata(("software_statement", 5))));

    [Theory]
    [InlineData(null, "cannot be read")]
    [InlineData("[]", "JSON object of issuers")]
    [InlineData("{\"https://accreditation.example\": {\"keys\": []}}", "https://accreditation.example: write a JSON Web Key Set")]
    public void A_file_without_issuers_and_keys_stops_the_start(string? text, string words)
    {
        if (text is null)
            File.Delete(_keys);
        else
            File.WriteAllText(_keys, text);

        Assert.Contains(words, Assert.Single(new RegistrationOptionsValidator(new HostingEnvironment { EnvironmentName = Environments.Production })
            .Validate(null, new() { StatementIssuers = _keys }).Failures!), StringComparison.Ordinal); // It fails.
    }

    private TestAssertion Statement()
    {
        var statement = new TestAssertion(Issuer, Provider.Clock.GetUtcNow());
        statement.Claims["client_name"] = "Accredited App";
        return statement;
    }

    private Task<RegistrationReply> AskAsync(TestAssertion statement, Func<byte[], byte[]>? sign = null) =>
        SendAsync(HttpMethod.Post, "register", "", Metadata(("software_statement", JsonValue.Create(statement.Write(sign)))));

    private static void Refused(string error, RegistrationReply reply) => Assert.Equal((HttpStatusCode.BadRequest, error), (reply.Status, reply.Error));
}
