using System.Net;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Notifications.Gateway;

namespace Identity.Tests.Domain.Phones;

/// <summary>What a citizen is told while the gateway does not do its part.</summary>
public sealed class UnavailableGatewayTests
{
    private static readonly PhoneNumber Mobile = new("+447400123123", TakesTexts: true);
    private static readonly PhoneNumber Landline = new("+442079460000", TakesTexts: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_that_is_not_taken_is_followed_by_a_call_and_the_next_code_is_told_at_once()
    {
        await using var gateway = await FakeGateway.StartAsync();
        await using var domain = await StartAsync(gateway.Address);
        gateway.Status = HttpStatusCode.ServiceUnavailable;
        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Text), await SendAsync(domain, Mobile));
        await UntilAsync(() => !domain.Get<Channels>().IsUp(MessageChannel.Text));

        Assert.Equal(new PhoneSendOutcome.Sent(MessageChannel.Voice), await SendAsync(domain, Mobile));
        await UntilAsync(() => !domain.Get<Channels>().IsUp(MessageChannel.Voice));

        Assert.Equal(new PhoneSendOutcome.Unavailable(), await SendAsync(domain, Mobile));
        Assert.Equal(new PhoneSendOutcome.Unavailable(), await SendAsync(domain, Landline));
    }

    [Fact]
    public async Task Without_a_gateway_nobody_outside_development_is_promised_a_text()
    {
        await using var domain = await TestDomain.StartAsync(StorageProvider.Sqlite, environment: "Staging", settings:
            [("Mail:Host", "127.0.0.1"), ("Mail:FromAddress", "no-reply@example.org"), ("Storage:MigrateAtStart", "true")]);

        Assert.Equal(new PhoneSendOutcome.Unavailable(), await SendAsync(domain, Mobile));
        Assert.False(domain.Get<Channels>().Has(MessageChannel.Letter));
    }

    private static Task<TestDomain> StartAsync(string address) =>
        TestDomain.StartAsync(StorageProvider.Sqlite, settings: [("Texts:Address", address), ("Texts:Key", "key")]);

    private static Task<PhoneSendOutcome> SendAsync(TestDomain domain, PhoneNumber number) => domain.Get<PhoneCodes>().SendAsync(
        number, MessageChannel.Text, new(PhoneCodeUse.Add, "journey"), "en", Network.Of(IPAddress.Parse("192.0.2.7")), Cancellation);

    private static async Task UntilAsync(Func<bool> seen)
    {
        for (var tries = 0; tries < 500 && !seen(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.True(seen());
    }
}
