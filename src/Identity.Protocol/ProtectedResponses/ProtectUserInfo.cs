using System.Text.Json;
using Identity.Domain.Grants;
using Identity.Domain.Partners;
using Identity.Protocol.SigningKeys;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ProtectedResponses;

/// <summary>
/// OpenID Connect Core §5.3.2: a client that registered <c>userinfo_signed_response_alg</c> gets a JWT with the issuer and itself in
/// it, encrypted where it registered that too. Errors stay as they are.
/// </summary>
internal sealed class ProtectUserInfo(ClientDirectory clients, ClientEncryption encryption) : IOpenIddictServerHandler<ApplyUserInfoResponseContext>
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<ApplyUserInfoResponseContext, ProtectUserInfo>(
        OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<ApplyUserInfoResponseContext>.Descriptor.Order - Rule.Between);

    public async ValueTask HandleAsync(ApplyUserInfoResponseContext context)
    {
        if (context.Error is not null || context.Transaction.GetProperty<Grant>(typeof(Grant).FullName!) is not { } grant // A named type has a full name.
            || clients.Current.Find(grant.ClientId) is not { UserinfoSignedResponseAlg: { } algorithm } client)
            return;

        var claims = JsonSerializer.SerializeToNode(context.Response)!.AsObject(); // An answer is an object.
        claims["iss"] = context.Options.Issuer!.AbsoluteUri; // ProtocolServices sets it.
        claims["aud"] = client.ClientId;
        var signing = ClientSigning.For(algorithm, context.Options);
        var response = context.Transaction.GetHttpRequest()!.HttpContext.Response; // The host is ASP.NET Core.
        context.HandleRequest();
        var token = Handler.CreateToken(claims.ToJsonString(), signing);
        if (client.UserinfoEncryptedResponseAlg is { } encrypted)
        {
            if (await encryption.FindAsync(client, encrypted, client.UserinfoEncryptedResponseEnc, context.CancellationToken) is not { } credentials)
            {
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await response.WriteAsJsonAsync(new { error = ErrorCodes.TemporarilyUnavailable, error_description = ClientEncryption.NoKey }, context.CancellationToken);
                return;
            }

            token = Handler.CreateToken(claims.ToJsonString(), signing, credentials);
        }

        response.ContentType = "application/jwt";
        await response.WriteAsync(token, context.CancellationToken);
    }
}
