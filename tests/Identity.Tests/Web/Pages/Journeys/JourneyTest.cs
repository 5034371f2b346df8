using System.Text.RegularExpressions;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Journeys;

/// <summary>A provider with one application and Alice's account, and a browser that nobody has used.</summary>
public abstract class JourneyTest : IAsyncLifetime
{
    protected TestProvider Provider { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected TestBrowser Browser { get; private set; } = null!; // As above.

    protected TestClient Client { get; } = new(TestClient.Appointments);

    protected Guid Alice { get; private set; }

    /// <summary>Settings that a class of tests needs.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    public async ValueTask InitializeAsync()
    {
        Provider = await TestProvider.StartAsync(StorageProvider.Sqlite, Settings);
        Browser = Provider.Browser();
        await Provider.RegisterAsync(Client.Registration);
        Alice = await Provider.CreateAccountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        await Provider.DisposeAsync();
    }

    protected Task<Page> ComeFromApplicationAsync(params (string, string?)[] changes) => Browser.OpenAsync(Client.AuthorizeUrl(changes));

    /// <summary>Signs Alice in and stops at the page that follows.</summary>
    protected async Task<Page> SignInAsync(Page email)
    {
        var password = await Browser.SubmitAsync(email, ("Email", "alice@example.test"));
        return await Browser.SubmitAsync(password, ("Password", TestProvider.Password));
    }

    /// <summary>Gives the code that was sent and a password, and stops at the page that follows.</summary>
    protected async Task<Page> ProveAddressAsync(Page code, int messages)
    {
        var digits = Regex.Match((await MailAsync(messages))[0].Body, @"\b\d{6}\b").Value;
        return await Browser.SubmitAsync(await Browser.SubmitAsync(code, ("Code", digits)), ("Password", "marble-lantern-orchard"));
    }

    /// <summary>Comes from the application and stops where a newcomer is asked for a code.</summary>
    protected async Task<Page> GiveAddressAsync(string address)
    {
        var signIn = await ComeFromApplicationAsync();
        var email = await Browser.OpenAsync(signIn.Path.Replace("/sign-in/", "/create/", StringComparison.Ordinal));
        return await Browser.SubmitAsync(email, ("Email", address));
    }

    /// <summary>What the mailbox holds but for the notices of new devices, the newest first, once as many messages are there.</summary>
    protected Task<IReadOnlyList<MailboxMessage>> MailAsync(int count) => MailAsync(count, message => !message.Subject.Contains("new device", StringComparison.Ordinal));

    /// <summary>What the mailbox holds of some kind, the newest first, once as many messages are there.</summary>
    protected async Task<IReadOnlyList<MailboxMessage>> MailAsync(int count, Func<MailboxMessage, bool> which)
    {
        var mailbox = Provider.Get<Mailbox>();
        for (var tries = 0; tries < 1000; tries++)
        {
            var messages = (await mailbox.ListAsync(TestContext.Current.CancellationToken)).Where(which).ToList();
            if (messages.Count >= count)
                return messages;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"There are not {count} messages.");
    }
}
