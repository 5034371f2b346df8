using Identity.BrowserTests.Running;
using Identity.Testing;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>A watch on one wrist, and a telephone in the other hand.</summary>
public sealed class WearableTests(Browser browser)
{
    [Fact]
    [Spec("RFC 8628", "3")]
    public async Task A_watch_is_connected_from_a_telephone_and_its_readings_arrive_in_the_record()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var watch = await browser.OpenAsync(Screen.Wide);
        await using var phone = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await watch.GoAsync(demo.Options.Wearable);
        await watch.SeeAsync("Pulse watch");
        await watch.CheckAsync();
        await watch.ClickButtonAsync("Connect");
        await watch.SeeAsync("Connect your watch");
        var code = await watch.Page.Locator(".code").InnerTextAsync();

        await phone.GoAsync(demo.Options.Provider, "/device");
        await phone.SeeAsync("Connect a device");
        await phone.FillAsync("Code on your device", code.ToLowerInvariant());
        await phone.ClickButtonAsync("Continue");
        await phone.SignInAsync("Pulse watch");
        await phone.SeeAsync("Connect a device to Pulse watch?");
        await phone.ReadAsync(code);
        await phone.ReadAsync("Add readings to your health record");
        await phone.ClickButtonAsync("Yes, connect my device");
        await phone.AgreeAsync("Pulse watch", "Harbour Health Trust");
        await phone.SeeAsync("Your device is connected");

        await watch.SeeEventuallyAsync("Connected", demo.Options.Wearable, "/");
        await watch.ReadEventuallyAsync("beats a minute");
        await phone.GoAsync(demo.Options.HealthRecord, "/sign-in");
        await phone.AgreeAsync("Health record");
        await phone.SeeAsync("Record of Alice Archer");
        await phone.ReadAsync("beats a minute");
        await phone.GoAsync(demo.Options.Provider);
        await phone.ReadAsync("Pulse watch");
    }

    [Fact]
    [Spec("RFC 8628", "3.5")]
    public async Task Who_did_not_start_it_says_no_and_the_watch_says_so()
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var watch = await browser.OpenAsync(Screen.Wide);
        await using var phone = await browser.OpenAsync(Screen.Wide);
        await watch.GoAsync(demo.Options.Wearable);
        await watch.ClickButtonAsync("Connect");
        await watch.SeeAsync("Connect your watch");

        await phone.GoAsync(demo.Options.Provider, $"/device?user_code={await watch.Page.Locator(".code").InnerTextAsync()}");
        await phone.ReadAsync("Check that your device shows the same code.");
        await phone.ClickButtonAsync("Continue");
        await phone.SignInAsync("Pulse watch");
        await phone.ClickButtonAsync("No, I did not start this");
        await phone.SeeAsync("The device is not connected");

        await watch.SeeEventuallyAsync("Not connected", demo.Options.Wearable, "/");
        await watch.ReadAsync("You did not connect the watch.");
    }
}
