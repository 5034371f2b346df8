using System.Text.RegularExpressions;
using Identity.Domain.Credentials.AuthenticatorApps;

namespace Identity.BrowserTests.Walk;

/// <summary>The way to an authenticator app and to backup codes.</summary>
internal static partial class SecondSteps
{
    /// <summary>Is asked for the code that an app shows.</summary>
    public static async Task AppFormAsync(this Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/authenticator-app");
    }

    /// <summary>Has just added an app.</summary>
    public static async Task AddAppAsync(this Walker walker)
    {
        await walker.AppFormAsync();
        await walker.FillAndSubmitAsync("Code", Code(await walker.Page.ContentAsync()));
    }

    /// <summary>Sees ten new backup codes.</summary>
    public static async Task GetCodesAsync(this Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/backup-codes");
        await walker.SubmitAsync();
    }

    /// <summary>What an app shows now that was told the key on this page.</summary>
    public static string Code(string page) => Secret(page).CodeAt(TimeProvider.System.GetUtcNow());

    /// <summary>The key on this page, as an app keeps it.</summary>
    public static AppSecret Secret(string page) => AppSecret.FromBase32(Key().Match(page).Value.Replace(" ", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\b([A-Z2-7]{4} ){7}[A-Z2-7]{4}\b")]
    private static partial Regex Key();
}
