using System.Net;
using System.Text.Json.Nodes;
using Identity.Domain.Storage;
using Identity.Protocol.DynamicRegistration;
using Identity.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>Who may register a client, how many and what they may ask for.</summary>
[Spec("RFC 7591", "3")]
public abstract class RegistrationAccessTests(StorageProvider storage) : RegistrationScene(storage)
{
    protected override (string, string)[] More => [("Registration:Most", "6")];

    [Theory]
    [InlineData("")]
    [InlineData("of-somebodys-making")]
    [Spec("RFC 6750", "3.1")]
    public async Task Without_a_token_that_was_given_out_nobody_registers(string token)
    {
        var reply = await RegisterAsync(Metadata(), token.Length > 0 ? token : " ");

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (reply.Status, reply.Error));
        Assert.Contains("Bearer", reply.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_counts_as_often_as_it_was_given_for()
    {
        var token = await IssueAsync(2);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Unauthorized], [await StatusAsync(token), await StatusAsync(token), await StatusAsync(token)]);
    }

    [Fact]
    public async Task Of_many_at_once_no_more_get_through()
    {
        var token = await IssueAsync(2);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StatusAsync(token)));

        Assert.Equal(2, statuses.Count(status => status is HttpStatusCode.Created));
    }

    [Fact]
    public async Task A_registration_that_is_refused_uses_nothing_up()
    {
        var token = await IssueAsync(1);
        Assert.Equal(HttpStatusCode.BadRequest, (await RegisterAsync(Metadata(("redirect_uris", new JsonArray())), token)).Status);

        Assert.Equal(HttpStatusCode.Created, await StatusAsync(token));
    }

    [Fact]
    public async Task It_counts_until_it_expires()
    {
        var token = await IssueAsync(9, life: TimeSpan.FromDays(1));
        Provider.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
    }

    [Fact]
    public async Task It_says_what_may_be_asked_for()
    {
        var token = await IssueAsync(9, "openid nhs_number");

        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(Metadata(("scope", "openid nhs_number")), token)).Status);
        Assert.Equal("invalid_client_metadata", (await RegisterAsync(Metadata(("scope", "openid email")), token)).Error);
    }

    [Fact]
    public async Task Ten_thousand_registrations_end_where_the_operator_said()
    {
        for (var registration = 0; registration < 6; registration++)
            Assert.Equal(HttpStatusCode.Created, await StatusAsync(Initial));

        var reply = await RegisterAsync(Metadata());

        Assert.Equal((HttpStatusCode.TooManyRequests, true), (reply.Status, reply.Headers.RetryAfter is not null));
    }

    private async Task<HttpStatusCode> StatusAsync(string token) => (await RegisterAsync(Metadata(), token)).Status;
}

/// <inheritdoc/>
public sealed class SqliteRegistrationAccessTests() : RegistrationAccessTests(StorageProvider.Sqlite);

/// <inheritdoc/>
public sealed class PostgresRegistrationAccessTests() : RegistrationAccessTests(StorageProvider.Postgres);

/// <summary>Where registration is open to whoever is on the machine, as in the demo.</summary>
public sealed class OpenRegistrationTests() : RegistrationScene
{
    protected override (string, string)[] More => [("Registration:DangerOpenOnLoopback", "true"), ("Limits:PerNetworkAt:register", "3")];

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("192.0.2.7", false)]
    public async Task Nobody_there_needs_a_token(string from, bool may)
    {
        var context = new DefaultHttpContext { RequestServices = Provider.Services, Connection = { RemoteIpAddress = IPAddress.Parse(from) } };

        var (right, _) = await Provider.Get<RegistrationAccess>().FindAsync(context, Metadata());

        Assert.Equal(may, right is not null);
    }

    [Fact]
    public async Task A_network_that_registers_too_many_waits()
    {
        for (var registration = 0; registration < 3; registration++)
            await SendAsync(HttpMethod.Post, "register", "", Metadata());

        var reply = await SendAsync(HttpMethod.Post, "register", "", Metadata());

        Assert.Equal((HttpStatusCode.TooManyRequests, true), (reply.Status, reply.Headers.RetryAfter is not null));
    }

    [Fact]
    public async Task Discovery_says_where() => Assert.Equal("http://localhost:5000/register", (await SendAsync(HttpMethod.Get, ".well-known/openid-configuration", ""))["registration_endpoint"]);

    [Fact]
    public void Production_does_not_start_so() => Assert.Contains("DangerOpenOnLoopback",
        Assert.Single(new RegistrationOptionsValidator(new HostingEnvironment { EnvironmentName = Environments.Production }).Validate(null, new() { DangerOpenOnLoopback = true }).Failures!), // It fails.
        StringComparison.Ordinal);
}

/// <summary>Where it is not offered.</summary>
public sealed class ClosedRegistrationTests() : ProtocolTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task There_is_no_such_endpoint()
    {
        using var response = await Http.PostAsync("register", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
