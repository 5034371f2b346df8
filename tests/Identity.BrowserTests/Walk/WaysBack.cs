using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;

namespace Identity.BrowserTests.Walk;

/// <summary>The way back into an account, page by page, and what a notice leads to.</summary>
internal static partial class WaysBack
{
    /// <summary>Is asked which account.</summary>
    public static async Task LostAsync(this Walker walker)
    {
        await walker.GoAsync("/recover");
        await walker.Page.Locator("#Chosen").CheckAsync();
        await walker.SubmitAsync();
    }

    /// <summary>Is asked what they can show.</summary>
    public static async Task NamedAsync(this Walker walker)
    {
        await walker.LostAsync();
        await walker.FillAndSubmitAsync("Identifier", walker.Email);
    }

    /// <summary>Is asked for one thing.</summary>
    public static async Task ShowsAsync(this Walker walker, string proof)
    {
        await walker.NamedAsync();
        await walker.Page.Locator($"input[value={proof}]").CheckAsync();
        await walker.SubmitAsync();
    }

    /// <summary>Has shown that they read the account's e-mail, and waits.</summary>
    public static async Task WaitsAsync(this Walker walker)
    {
        await walker.HasAccountAsync();
        await walker.ShowsAsync("EmailCode");
        await walker.FillAndSubmitAsync("Code", Code().Match(await walker.MailAsync()).Value);
    }

    /// <summary>Sees one way to prove again who they are.</summary>
    public static async Task WayAgainAsync(this Walker walker, string verifier = "simulated")
    {
        await walker.ShowsAsync("Identity");
        await walker.GoOnAsync($"/identity/by/{verifier}");
    }

    /// <summary>Has said who they are, and is asked for a document.</summary>
    public static async Task AskedAgainAsync(this Walker walker)
    {
        await walker.WayAgainAsync();
        await walker.SayWhoAsync();
    }

    /// <summary>Says who they are, at the way they see.</summary>
    public static async Task SayWhoAsync(this Walker walker)
    {
        foreach (var (field, value) in (IEnumerable<(string, string)>)[("First", "Alice"), ("Last", "Archer"), ("Birth-Day", "29"), ("Birth-Month", "2"), ("Birth-Year", "1984")])
            await walker.FillAsync(field, value);
        await walker.SubmitAsync();
    }

    /// <summary>Has answered with the number of a pretend document.</summary>
    public static async Task ProvesAgainAsync(this Walker walker, string number)
    {
        await walker.AskedAgainAsync();
        await walker.FillAndSubmitAsync("Answers-0--Code", number);
    }

    /// <summary>Has shown a backup code, and may go in.</summary>
    public static async Task MayGoInAsync(this Walker walker)
    {
        var codes = await walker.HasCodesAsync();
        await walker.ShowsAsync("BackupCode");
        await walker.FillAndSubmitAsync("Code", codes[0]);
    }

    /// <summary>Follows the link in the notice of a new device.</summary>
    public static async Task DisavowAsync(this Walker walker)
    {
        await walker.HasAccountAsync();
        await walker.PasswordAsync(walker.Email);
        await walker.FillAndSubmitAsync("Password", RunningProvider.Password);
        await walker.GoAsync(Link().Match(await walker.MailAsync()).Value);
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"/not-me/\S+")]
    private static partial Regex Link();
}
