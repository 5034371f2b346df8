using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Testing.Passkeys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Web.Credentials;

/// <summary>Identity's own API over our ceremonies.</summary>
public sealed class PasskeyCeremoniesTests : IAsyncLifetime
{
    private readonly SoftwareAuthenticator _authenticator = new("http://localhost:5000");
    private TestProvider _provider = null!; // Set before each test by InitializeAsync.
    private TestBrowser _browser = null!; // As above.
    private Guid _account;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite);
        _browser = _provider.Browser();
        _account = await _provider.CreateAccountAsync();
        await _provider.SignInAsync(_browser, _account);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_passkey_made_through_it_is_stored_and_signs_in_through_it()
    {
        await MakeAsync();

        await VisitAsync(async (handler, users, context) =>
        {
            var made = await handler.MakeRequestOptionsAsync(null, context);
            var result = await handler.PerformAssertionAsync(Answer(context, made, _authenticator.Get(made.RequestOptionsJson)));

            Assert.True(result.Succeeded);
            Assert.Equal(_account, result.User.Id);
            Assert.Equal(_authenticator.CredentialIds[0], result.Passkey.CredentialId);
            Assert.True((await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded);
            Assert.Equal(_account, (await users.FindByPasskeyIdAsync(result.Passkey.CredentialId))?.Id);
        });
        Assert.Single(await _provider.Get<PasskeyStore>().ListAsync(_account, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_answer_counts_once_and_with_its_own_state_alone()
    {
        await MakeAsync();

        await VisitAsync(async (handler, users, context) =>
        {
            var made = await handler.MakeRequestOptionsAsync(await users.FindByIdAsync(_account.ToString()), context);
            var answer = _authenticator.Get(made.RequestOptionsJson);
            var other = await handler.MakeRequestOptionsAsync(null, context);

            Assert.False((await handler.PerformAssertionAsync(Answer(context, other, answer))).Succeeded);
            Assert.True((await handler.PerformAssertionAsync(Answer(context, made, answer))).Succeeded);
            Assert.False((await handler.PerformAssertionAsync(Answer(context, made, answer))).Succeeded);
            Assert.False((await handler.PerformAssertionAsync(Answer(context, made, "rubbish"))).Succeeded);
        });
    }

    [Fact]
    public async Task Nobody_who_is_signed_out_makes_a_passkey()
    {
        using var stranger = _provider.Browser();

        await VisitAsync(async (handler, _, context) =>
        {
            var made = await handler.MakeCreationOptionsAsync(User(), context);
            var result = await handler.PerformAttestationAsync(new()
            {
                HttpContext = context,
                CredentialJson = _authenticator.Create(made.CreationOptionsJson),
                AttestationState = made.AttestationState,
            });

            Assert.False(result.Succeeded);
        }, stranger);
        Assert.Empty(await _provider.Get<PasskeyStore>().ListAsync(_account, TestContext.Current.CancellationToken));
    }

    private Task MakeAsync() => VisitAsync(async (handler, _, context) =>
    {
        var made = await handler.MakeCreationOptionsAsync(User(), context);
        var result = await handler.PerformAttestationAsync(new()
        {
            HttpContext = context,
            CredentialJson = _authenticator.Create(made.CreationOptionsJson),
            AttestationState = made.AttestationState,
        });

        Assert.True(result.Succeeded);
        Assert.Equal(_authenticator.CredentialIds[0], result.Passkey.CredentialId);
    });

    private PasskeyUserEntity User() => new() { Id = _account.ToString(), Name = "alice", DisplayName = "Alice" };

    private static PasskeyAssertionContext Answer(HttpContext context, PasskeyRequestOptionsResult made, string json) =>
        new() { HttpContext = context, CredentialJson = json, AssertionState = made.AssertionState };

    private Task VisitAsync(Func<IPasskeyHandler<Account>, UserManager<Account>, HttpContext, Task> page, TestBrowser? browser = null) =>
        _provider.VisitAsync(browser ?? _browser, async context =>
        {
            await using var scope = _provider.Get<IServiceScopeFactory>().CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            await page(scope.ServiceProvider.GetRequiredService<IPasskeyHandler<Account>>(), scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), context);
        });
}
