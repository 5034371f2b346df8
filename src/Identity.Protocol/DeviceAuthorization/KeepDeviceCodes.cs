using Identity.Domain.DeviceAuthorization;
using Identity.Domain.Sessions.Trust;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>RFC 8628 §3.2: a request that passed every check is kept, and its two codes are the answer.</summary>
internal sealed class KeepDeviceCodes(DeviceCodeStore codes) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<GenerateTokenContext, KeepDeviceCodes>(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor.Order + 200);

    public async ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is TokenTypeIdentifiers.Private.DeviceCode)
            context.Token = (await CodesAsync(context)).DeviceCode;
        else if (context.TokenType is TokenTypeIdentifiers.Private.UserCode)
            context.Token = (await CodesAsync(context)).UserCode;
    }

    private async ValueTask<DeviceCodes> CodesAsync(GenerateTokenContext context)
    {
        var name = typeof(DeviceCodes).FullName!; // A named type has a full name.
        if (context.Transaction.GetProperty<DeviceCodes>(name) is { } made)
            return made;

        var request = context.Request ?? throw new InvalidOperationException("A device's codes answer its request.");
        var issued = await codes.IssueAsync(new DeviceRequest
        {
            ClientId = request.ClientId!, // Authenticated by now.
            Scopes = request.GetScopes(),
            Resources = [.. request.GetResources().Distinct()],
            AcrValues = [.. request.GetAcrValues().Where(value => Acr.Read(value) is not null).Distinct()],
        }, context.CancellationToken);
        context.Transaction.SetProperty(name, issued);
        return issued;
    }
}
