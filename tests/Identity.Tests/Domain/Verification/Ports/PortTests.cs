using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Ports;
using Identity.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Verification.Ports;

public sealed class PortTests() : OnBothDatabases(StorageProvider.Sqlite)
{
    private IVerifierPorts Ports => Domain.Get<VerifierPortsFactory>().Create("plugin", name => new Uri($"https://identity.test/{name}"));

    [Fact]
    public void A_code_is_known_again_however_it_is_copied()
    {
        var code = Ports.Random.Code(8);

        Assert.True(Ports.Random.Matches(code, $" {code[..4].ToLowerInvariant()}-{code[4..]}"));
        Assert.False(Ports.Random.Matches(code, code[..7]));
        Assert.False(Ports.Random.Matches(code, null));
        Assert.NotEqual(code, Ports.Random.Code(8));
        Assert.Equal(43, Ports.Random.Token().Length);
    }

    [Fact]
    public async Task A_letter_goes_to_the_address_that_was_handed_over_and_twice_a_day()
    {
        var session = new VerificationSession
        {
            Id = "1",
            Person = "p",
            Locale = "en",
            Started = Domain.Clock.GetUtcNow(),
            Details = new Dictionary<string, string> { [ClaimNames.GivenName] = "Alice", [ClaimNames.FamilyName] = "Archer", [ClaimNames.Address] = "1 High Street\nAB1 2CD" },
        };
        var letter = new VerifierLetter("Your code", ["Type it in."], "ABCD2345");

        Assert.True(await Ports.Letters.SendAsync(session, letter, Cancellation));
        Assert.True(await Ports.Letters.SendAsync(session, letter, Cancellation));
        Assert.False(await Ports.Letters.SendAsync(session, letter, Cancellation));
        Assert.False(await Ports.Letters.SendAsync(session with { Person = "q", Details = new Dictionary<string, string>() }, letter, Cancellation));

        var posted = await PostedAsync();
        Assert.Equal((MessageChannel.Letter, "Alice Archer\n1 High Street\nAB1 2CD"), (posted.Channel, posted.Destination));
        Assert.Contains("ABCD2345", posted.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://records.example")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("/relative")]
    public void A_client_speaks_by_https(string origin) =>
        Assert.Throws<ArgumentException>(() => Ports.Http.Client("records", new(origin, UriKind.RelativeOrAbsolute), TimeSpan.FromSeconds(5)));

    [Fact]
    public async Task A_client_leaves_no_origin_follows_no_redirect_and_reads_no_more_than_it_may()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        await using var records = builder.Build();
        records.Run(context => context.Request.Path.Value switch
        {
            "/there" => context.Response.WriteAsync("found"),
            "/moved" => Moved(context),
            _ => context.Response.WriteAsync(new string('x', 5000)),
        });
        await records.StartAsync(Cancellation);
        var origin = new Uri(records.Urls.Single());
        using var client = Ports.Http.Client("records", origin, TimeSpan.FromSeconds(30), mostBytes: 4000);

        Assert.Equal("found", await client.GetStringAsync("there", Cancellation));
        Assert.Equal(302, (int)(await client.GetAsync("moved", Cancellation)).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("much", HttpCompletionOption.ResponseHeadersRead, Cancellation));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://127.0.0.1:1/", Cancellation));
    }

    private static Task Moved(HttpContext context)
    {
        context.Response.Redirect("/there");
        return Task.CompletedTask;
    }

    // The outbox delivers beside the test.
    private async Task<MailboxMessage> PostedAsync()
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if ((await Domain.Get<Mailbox>().ListAsync(Cancellation)).FirstOrDefault(message => message.Channel is MessageChannel.Letter) is { } letter)
                return letter;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new TimeoutException("No letter was posted.");
    }
}
