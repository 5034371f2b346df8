using System.Globalization;
using System.Security.Cryptography;
using Identity.BrowserTests.Running;
using Microsoft.Playwright;

namespace Identity.BrowserTests.Walk;

/// <summary>The way to a telephone, and with it.</summary>
internal static class Telephones
{
    /// <summary>Is asked for a number, and wants a text.</summary>
    public static async Task AddPhoneAsync(this Walker walker)
    {
        await walker.SignedInAsync();
        await walker.GoAsync("/account/phones/add");
        await walker.Page.Locator("#How").CheckAsync();
    }

    /// <summary>Is asked for the code that was sent there.</summary>
    public static async Task ConfirmPhoneAsync(this Walker walker)
    {
        await walker.AddPhoneAsync();
        await walker.FillAndSubmitAsync("Number", Number());
    }

    /// <summary>Is about to take a number away.</summary>
    public static async Task RemovePhoneAsync(this Walker walker)
    {
        await walker.ConfirmPhoneAsync();
        await walker.FillAndSubmitAsync("Code", await walker.TextedAsync());
        await walker.GoAsync(await walker.Page.Locator("a[href*='/account/phones/'][href$='/remove']").GetAttributeAsync("href") ?? "");
    }

    /// <summary>Is asked for the code of the second step that was sent by text.</summary>
    public static async Task PhoneStepAsync(this Walker walker)
    {
        await walker.HasPhoneAsync(Number());
        await walker.PasswordAsync(walker.Email);
        await walker.FillAndSubmitAsync("Password", RunningProvider.Password);
        await walker.Page.Locator("#Chosen").CheckAsync();
        await walker.SubmitAsync();
    }

    // A number of its own for each walk, as what is sent to one is counted.
    private static string Number() => string.Create(CultureInfo.InvariantCulture, $"+4474001{RandomNumberGenerator.GetInt32(100_000):D5}");
}
