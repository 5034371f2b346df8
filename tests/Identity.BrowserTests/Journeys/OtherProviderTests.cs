using System.Security.Cryptography;
using Identity.BrowserTests.Running;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>Alice has an account at another provider, which is another instance of this program at another host.</summary>
[Spec("OpenID Connect Core", "3.1")]
public sealed class OtherProviderTests(Browser browser, Federation below) : IClassFixture<Federation>
{
    private readonly string _email = $"alice-{RandomNumberGenerator.GetInt32(int.MaxValue)}@example.test";

    [Theory, ClassData(typeof(Screens))]
    public async Task What_another_provider_proved_counts_here(Screen screen)
    {
        await using var visitor = await OpenAsync(screen);
        await SignInAsync(visitor);
        await visitor.GoAsync(below.Address, "/account/identity");
        await visitor.ClickButtonAsync("Prove who you are");
        await visitor.SeeAsync("Prove who you are");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Use The other Identity: see how it works");
        await visitor.SeeAsync("Use The other Identity");
        await visitor.ReadAsync("The other Identity learns that you use this service, and when.");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Start");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Go to 127.0.0.1");

        await visitor.SignInAsync("Riverside", _email);
        await visitor.AgreeAsync("Riverside", "Alice Archer", "29 February 1984");

        await visitor.SeeAsync("Are these your details?");
        await visitor.ReadAsync("The other Identity gave us this name: Alice Archer.");
        await visitor.CheckAsync();
        await visitor.ClickButtonAsync("Continue");
        await visitor.SeeAsync("We have checked who you are");
        await visitor.CheckAsync();
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task Whoever_has_connected_it_signs_in_there(Screen screen)
    {
        await using var visitor = await OpenAsync(screen);
        // Known there, and to nobody here.
        await visitor.GoAsync(below.Address, "/" + RunningProvider.Client.AuthorizeUrl());
        await visitor.SeeAsync("Sign in to continue to Appointments");
        await visitor.ClickLinkAsync("Sign in with The other Identity");
        await visitor.SeeAsync("Sign in with The other Identity");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Go to 127.0.0.1");
        await visitor.SignInAsync("Riverside", _email);
        await visitor.AgreeAsync("Riverside");
        await visitor.SeeAsync("This is not connected to an account yet");
        await visitor.CheckAsync();

        await visitor.ClickLinkAsync("Sign in and connect it");
        await visitor.FillAsync("Email address or sign-in ID", _email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("Password", RunningProvider.Password);
        await visitor.ClickButtonAsync("Sign in");
        await visitor.SeeAsync("Signing in with The other Identity");
        await visitor.CheckAsync();
        await visitor.ClickLinkAsync("Go to 127.0.0.1");
        await visitor.ReadAsync("It is connected. You can sign in with it from now on.");

        await visitor.Context.ClearCookiesAsync(new() { Domain = below.Address.Host });
        await visitor.GoAsync(below.Address, "/" + RunningProvider.Client.AuthorizeUrl());
        await visitor.ClickLinkAsync("Sign in with The other Identity");
        await visitor.ClickLinkAsync("Go to 127.0.0.1");
        await visitor.SeeAsync("Share your details with Appointments");
    }

    private async Task<Visitor> OpenAsync(Screen screen)
    {
        await below.CreateAccountAsync(_email);
        await below.Above.CreateProvenAsync(_email);
        return await browser.OpenAsync(screen);
    }

    private async Task SignInAsync(Visitor visitor)
    {
        await visitor.GoAsync(below.Address, "/account/identity");
        await visitor.FillAsync("Email address or sign-in ID", _email);
        await visitor.ClickButtonAsync("Continue");
        await visitor.FillAsync("Password", RunningProvider.Password);
        await visitor.ClickButtonAsync("Sign in");
        await visitor.SeeAsync("Who we know you are");
    }
}
