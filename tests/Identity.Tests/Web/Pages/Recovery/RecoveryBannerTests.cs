using Identity.Domain.Recovery;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Recovery;

/// <summary>Alice is signed in while somebody waits to be let into her account.</summary>
public sealed class RecoveryBannerTests : RecoverTest
{
    [Fact]
    public async Task She_is_told_and_stops_it()
    {
        using var thief = Provider.Browser();
        var wait = await ByEmailAsync(thief, await BeginAsync(thief, "Password"), 1);
        await Provider.SignInAsync(Browser, Alice);

        var home = await Browser.OpenAsync("/");
        Assert.Contains("Somebody asked to get back into this account", home.Words, StringComparison.Ordinal);
        await Browser.PostFormAsync(home, "/?handler=Stop", [.. home.Hidden]);

        Assert.DoesNotContain("Somebody asked", (await Browser.OpenAsync("/")).Words, StringComparison.Ordinal);
        Assert.Contains("This was cancelled", (await thief.OpenAsync(wait.Path)).Words, StringComparison.Ordinal);
        Assert.Equal(RecoveryEnding.Cancelled, (await Provider.Get<Recoveries>().OfAccountAsync(Alice, TestContext.Current.CancellationToken))[0].Ending);
    }

    [Fact]
    public async Task Without_anybody_waiting_nothing_is_said()
    {
        await Provider.SignInAsync(Browser, Alice);

        Assert.DoesNotContain("get back into", (await Browser.OpenAsync("/")).Words, StringComparison.Ordinal);
    }
}
