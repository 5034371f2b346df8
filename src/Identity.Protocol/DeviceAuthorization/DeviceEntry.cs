using Identity.Domain.DeviceAuthorization;
using Identity.Domain.Limits;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>What became of a code that somebody typed.</summary>
public abstract record DeviceEntryOutcome
{
    private DeviceEntryOutcome()
    {
    }

    /// <summary>The way to its connection has begun.</summary>
    public sealed record Begun(string Url) : DeviceEntryOutcome;

    /// <summary>No device waits under it, and why is not said.</summary>
    public sealed record Unknown : DeviceEntryOutcome;

    /// <summary>Too many were wrong.</summary>
    public sealed record TooManyTries(DateTimeOffset RetryAt) : DeviceEntryOutcome;
}

/// <summary>The door for the page at the verification URI (RFC 8628 §3.3). Safe for concurrent use.</summary>
public sealed class DeviceEntry(UserCodeEntry codes, Interactions interactions, BrowserSession browser)
{
    /// <summary>Looks up what was typed, and begins the way to the connection of that device at this browser.</summary>
    public async Task<DeviceEntryOutcome> EnterAsync(HttpContext context, string? typed)
    {
        var account = (await browser.FindAsync(context))?.AccountId;
        return await codes.TryAsync(typed, Network.Of(context.Connection.RemoteIpAddress), account, context.RequestAborted) switch
        {
            UserCodeOutcome.Found(var device) => new DeviceEntryOutcome.Begun(InteractionPages.Device(
                await interactions.BeginDeviceAsync(context, Parameters(device.Request), new DeviceApproval(device.Key, UserCode.Read(typed)!)))), // It was found by it.
            UserCodeOutcome.TooManyTries(var time) => new DeviceEntryOutcome.TooManyTries(time),
            _ => new DeviceEntryOutcome.Unknown(),
        };
    }

    private static Dictionary<string, string> Parameters(DeviceRequest request) => new[]
    {
        KeyValuePair.Create(OpenIddictConstants.Parameters.ClientId, request.ClientId),
        new(OpenIddictConstants.Parameters.Scope, string.Join(' ', request.Scopes)),
        new(OpenIddictConstants.Parameters.Resource, string.Join(' ', request.Resources)),
        new(OpenIddictConstants.Parameters.AcrValues, string.Join(' ', request.AcrValues)),
    }.Where(parameter => parameter.Value.Length > 0).ToDictionary();
}
