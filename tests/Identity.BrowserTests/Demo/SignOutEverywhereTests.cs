using Identity.BrowserTests.Running;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>The demo's two applications and its provider over real HTTP: one sign-out ends every application's session.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.7")]
public sealed class SignOutEverywhereTests
{
    [Fact]
    public async Task Signing_out_at_one_application_ends_the_session_at_the_other_and_nobody_elses()
    {
        await using var demo = await RunningDemo.StartAsync();
        using var alice = new Person(demo, "alice@example.test");
        using var bob = new Person(demo, "bob@example.test");
        await alice.SignInAsync(alice.Appointments, "/appointments");
        await alice.SignInAsync(alice.HealthRecord, "/record");
        await bob.SignInAsync(bob.Appointments, "/appointments");
        Assert.True(await IsSignedInAsync(alice.Appointments, "/appointments"));

        await alice.SignOutAsync(alice.HealthRecord, "/record");

        await UntilSignedOutAsync(alice.Appointments, "/appointments");
        Assert.True(await IsSignedInAsync(bob.Appointments, "/appointments"));
    }

    [Fact]
    public async Task Signing_out_at_the_provider_ends_the_sessions_at_both()
    {
        await using var demo = await RunningDemo.StartAsync();
        using var alice = new Person(demo, "alice@example.test");
        await alice.SignInAsync(alice.Appointments, "/appointments");
        await alice.SignInAsync(alice.HealthRecord, "/record");

        var asked = await alice.Provider.OpenAsync("/end-session");
        await alice.Provider.SubmitAsync(asked);

        await UntilSignedOutAsync(alice.Appointments, "/appointments");
        await UntilSignedOutAsync(alice.HealthRecord, "/record");
    }

    private static async Task<bool> IsSignedInAsync(TestBrowser application, string page)
    {
        using var response = await application.GetAsync(page);
        return response.IsSuccessStatusCode;
    }

    private static async Task UntilSignedOutAsync(TestBrowser application, string page)
    {
        for (var tries = 0; tries < 300 && await IsSignedInAsync(application, page); tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(await IsSignedInAsync(application, page));
    }

    /// <summary>Somebody with one browser, which keeps the cookies of each origin apart.</summary>
    private sealed class Person(RunningDemo demo, string email) : IDisposable
    {
        public TestBrowser Provider { get; } = At(demo.Options.Provider);

        public TestBrowser Appointments { get; } = At(demo.Options.Appointments);

        public TestBrowser HealthRecord { get; } = At(demo.Options.HealthRecord);

        /// <summary>Goes to an application's page by way of the provider, wherever that leads.</summary>
        public async Task SignInAsync(TestBrowser application, string home)
        {
            var page = await Provider.OpenAsync((await application.OpenAsync("/sign-in")).Address.PathAndQuery);
            if (page.Path.StartsWith("/sign-in/", StringComparison.Ordinal))
                page = await Provider.SubmitAsync(await Provider.SubmitAsync(page, ("Email", email)), ("Password", "violet-kettle-harbour"));
            if (page.Path.StartsWith("/share/", StringComparison.Ordinal))
                page = await Provider.SubmitAsync(page, ("Decision", "agree"));
            Assert.Equal(home, (await application.OpenAsync(page.Address.PathAndQuery)).Path);
        }

        /// <summary>Presses the button of an application's page.</summary>
        public async Task SignOutAsync(TestBrowser application, string page)
        {
            var form = await application.OpenAsync(page);
            using var response = await application.PostAsync("/sign-out", form.Hidden);
            var way = response.Headers.Location ?? throw new InvalidOperationException($"There is no redirect but {response.StatusCode}.");
            await Provider.OpenAsync(way.PathAndQuery);
        }

        public void Dispose()
        {
            Provider.Dispose();
            Appointments.Dispose();
            HealthRecord.Dispose();
        }

        private static TestBrowser At(Uri address) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, address);
    }
}
