using System.Web;
using Identity.BrowserTests.Running;
using Identity.Testing;

namespace Identity.BrowserTests.Walk;

/// <summary>The ways to another provider and back, where the other one is this one.</summary>
internal static class OtherProviders
{
    private const string Link = "/account/sign-in/at/" + OtherProvider.Name;

    /// <summary>Every page of them in every state.</summary>
    public static IEnumerable<PageState> All =>
    [
        new("/SignIn/Upstream", "for an application", walker => walker.ElsewhereAsync()),
        new("/SignIn/Upstream", "after stopping there", async walker =>
        {
            await walker.ElsewhereAsync();
            var address = new Uri(await walker.AddressAsync());
            var (state, issuer) = (HttpUtility.ParseQueryString(address.Query)["state"], Uri.EscapeDataString(address.GetLeftPart(UriPartial.Authority) + "/"));
            await walker.GoAsync($"/sign-in/callback/{OtherProvider.Name}?error=access_denied&state={state}&iss={issuer}");
            if (walker.Page.Url.Contains("/sign-in/callback/", StringComparison.Ordinal))
                throw new InvalidOperationException($"Still at {walker.Page.Url} having been sent to {address}: {walker.Shown}, {await walker.Page.Locator("main").InnerTextAsync()}");
        }),
        new("/SignIn/NotLinked", "for an application", async walker =>
        {
            await walker.ElsewhereAsync();
            await walker.GoAsync(new Uri(walker.Page.Url).AbsolutePath + "/new");
        }),
        new("/SignIn/UpstreamBack", "from nowhere", walker => walker.GoAsync($"/sign-in/callback/{OtherProvider.Name}")),
        new("/SignInDetails/Upstream", "not connected", walker => walker.ToConnectAsync()),
        new("/SignInDetails/Upstream", "connected", async walker =>
        {
            await walker.ToConnectAsync();
            await walker.GoAsync(new Uri(await walker.AddressAsync()).PathAndQuery);
            await walker.SubmitAsync();
            await walker.GoAsync(Link);
        }),
        new("/Prove/Way", "at another provider", async walker =>
        {
            await walker.ProveAsync();
            await walker.GoOnAsync($"/by/{OtherProvider.Name}");
        }),
        new("/Prove/Step", "on the way to another provider", async walker =>
        {
            await walker.ProveAsync();
            await walker.GoOnAsync($"/by/{OtherProvider.Name}");
            await walker.SubmitAsync();
        }),
    ];

    private static async Task ElsewhereAsync(this Walker walker)
    {
        await walker.AuthorizeAsync();
        await walker.GoOnAsync($"/at/{OtherProvider.Name}");
    }

    private static async Task ToConnectAsync(this Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync(Link);
    }

    private static async Task ProveAsync(this Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/identity");
        await walker.SubmitAsync();
    }

    private static async Task<string> AddressAsync(this Walker walker)
    {
        var link = walker.Page.Locator("main a[href*='/authorize?']");
        // A busy machine may take longer to answer as the other provider than people are let wait for one.
        for (var look = 0; look < 5 && await link.CountAsync() == 0; look++)
            await walker.ReloadAsync();
        return await link.GetAttributeAsync("href") ?? throw new InvalidOperationException("The page leads nowhere.");
    }
}
