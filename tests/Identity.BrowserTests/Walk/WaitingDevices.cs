using Identity.BrowserTests.Running;
using Identity.Domain.DeviceAuthorization;

namespace Identity.BrowserTests.Walk;

/// <summary>Somebody connects a device, which waits with its code.</summary>
internal static class WaitingDevices
{
    public static readonly IReadOnlyList<PageState> All =
    [
        new("/ConnectDevice/Index", "at /device", walker => walker.GoAsync("/device")),
        new("/ConnectDevice/Index", "from a picture", async walker => await walker.GoAsync($"/device?user_code={await ShownAsync(walker)}")),
        new("/ConnectDevice/Index", "with a problem", async walker =>
        {
            await walker.GoAsync("/device");
            await walker.FillAndSubmitAsync("UserCode", "nonsense");
        })
        { Problems = ["UserCode"] },
        new("/ConnectDevice/Question", "signed in", QuestionAsync),
        new("/ConnectDevice/Connected", "just now", async walker =>
        {
            await QuestionAsync(walker);
            await walker.SubmitAsync("yes");
            await walker.SubmitAsync("agree");
        }),
        new("/ConnectDevice/NotConnected", "having said no", async walker =>
        {
            await QuestionAsync(walker);
            await walker.SubmitAsync("no");
        }),
        new("/ConnectDevice/NotConnected", "too late", LateAsync),
    ];

    private static async Task<string> ShownAsync(Walker walker) => (await walker.Provider.Get<DeviceCodeStore>().IssueAsync(
        new DeviceRequest { ClientId = RunningProvider.Watch.Registration.ClientId, Scopes = RunningProvider.Watch.Registration.Scopes }, CancellationToken.None)).UserCode;

    private static async Task QuestionAsync(Walker walker)
    {
        await walker.SignedInAsync();
        await EnterAsync(walker, await ShownAsync(walker));
    }

    private static async Task LateAsync(Walker walker)
    {
        await walker.SignedInAsync();
        var code = await ShownAsync(walker);
        await EnterAsync(walker, code);
        var waiting = await walker.Provider.Get<DeviceCodeStore>().FindByUserCodeAsync(code, CancellationToken.None)
            ?? throw new InvalidOperationException("Nobody has answered.");
        await walker.Provider.Get<DeviceDecisions>().RefuseAsync(waiting.Key, null, waiting.Request.ClientId, CancellationToken.None);
        await walker.SubmitAsync("yes");
    }

    private static async Task EnterAsync(Walker walker, string code)
    {
        await walker.GoAsync("/device");
        await walker.FillAndSubmitAsync("UserCode", code);
    }
}
