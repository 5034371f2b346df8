using System.Globalization;
using System.Net;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Abuse;

/// <summary>Nobody makes accounts by the thousand.</summary>
public sealed class BulkSignUpTests
{
    [Fact]
    public async Task A_network_has_so_many_codes_a_day_and_is_told_when_there_are_more()
    {
        await using var provider = await TestProvider.StartAsync(settings: ("Accounts:CodesPerNetworkADay", "3"));
        for (var at = 0; at < 3; at++)
            Assert.EndsWith("/code", (await AskAsync(provider, at)).Path, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(provider, 3)).Status);

        provider.Clock.Advance(TimeSpan.FromDays(1));
        Assert.EndsWith("/code", (await AskAsync(provider, 4)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_without_an_address_are_counted_as_well()
    {
        await using var provider = await TestProvider.StartAsync(settings: ("Accounts:AccountsPerNetworkADay", "1"));

        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await CreateAsync(provider)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CreateAsync(provider)).Status);
    }

    private static async Task<Page> AskAsync(TestProvider provider, int person)
    {
        using var browser = provider.Browser();
        return await browser.SubmitAsync(await browser.OpenAsync("/create"), ("Email", string.Create(CultureInfo.InvariantCulture, $"person{person}@example.test")));
    }

    private static async Task<Page> CreateAsync(TestProvider provider)
    {
        using var browser = provider.Browser();
        var name = await browser.OpenAsync((await browser.OpenAsync("/create")).Path + "/without-email");
        var password = await browser.SubmitAsync(name, ("First", "Ada"), ("Last", "Archer"));
        return await browser.SubmitAsync(password, ("Password", TestProvider.Password));
    }
}
