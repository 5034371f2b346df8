using System.Globalization;
using System.Text;
using Identity.Protocol.Claims;
using Identity.Protocol.ClaimsParameter;
using Identity.Protocol.ClientAuthentication;
using Identity.Protocol.Clients;
using Identity.Protocol.DeviceAuthorization;
using Identity.Protocol.Discovery;
using Identity.Protocol.DynamicRegistration;
using Identity.Protocol.EndSession;
using Identity.Protocol.Errors;
using Identity.Protocol.FormPost;
using Identity.Protocol.Grants;
using Identity.Protocol.Interaction;
using Identity.Protocol.Introspection;
using Identity.Protocol.ProtectedResponses;
using Identity.Protocol.PushedAuthorization;
using Identity.Protocol.RequestLimits;
using Identity.Protocol.RequestObjects;
using Identity.Protocol.RequestTraces;
using Identity.Protocol.ResourceIndicators;
using Identity.Protocol.Revocation;
using Identity.Protocol.SessionManagement;
using Identity.Protocol.SigningKeys;
using Identity.Protocol.StepUp;
using Identity.Protocol.Telemetry;
using Identity.Protocol.UserInfo;
using Identity.Protocol.VectorsOfTrust;
using Identity.Protocol.VerifiedTokens;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;
using Native = OpenIddict.Server.OpenIddictServerHandlers;
using NativeHttp = OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreHandlers;

namespace Identity.Protocol;

/// <summary>
/// The matrix: which of our rules run, in which room they live, and which of OpenIddict's they replace. The order in which
/// everything runs is rendered by <see cref="Render"/> and kept in a test.
/// </summary>
public static class Pipeline
{
    private static readonly IReadOnlyList<(string Room, OpenIddictServerHandlerDescriptor[] Rules)> Rooms =
    [
        ("RequestLimits", [
            RejectMalformedParameters<ExtractAuthorizationRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractPushedAuthorizationRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractDeviceAuthorizationRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractTokenRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractUserInfoRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractIntrospectionRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractRevocationRequestContext>.Descriptor,
            RejectMalformedParameters<ExtractEndSessionRequestContext>.Descriptor]),
        ("ClientAuthentication", [
            RequireAuthentication<ValidateTokenRequestContext>.Before(Native.Exchange.ValidateClientIdParameter.Descriptor),
            RequireAuthentication<ValidateDeviceAuthorizationRequestContext>.Before(Native.Device.ValidateScopeParameter.Descriptor),
            RequireAuthentication<ValidatePushedAuthorizationRequestContext>.Before(Native.Authentication.ValidatePushedClientIdParameter.Descriptor),
            AcceptAssertionDialects.Descriptor, CheckAssertion.Descriptor, RejectReplayedAssertion.Descriptor, RequireRegisteredMethod.Descriptor]),
        ("PushedAuthorization", [TakePushedRequest.Descriptor, RequirePushedRequest.Descriptor, KeepPushedRequest.Descriptor]),
        ("DeviceAuthorization", [
            LeaveVerificationToPages.Descriptor, BoundDeviceRequests.Descriptor, TellInterval.Descriptor, KeepDeviceCodes.Descriptor,
            OpenDeviceCode.Descriptor, AnswerPoll.Descriptor]),
        ("RequestObjects", [
            FetchRequestObject.Descriptor,
            ReadRequestObject<ExtractAuthorizationRequestContext>.After(NativeHttp.ExtractGetOrPostRequest<ExtractAuthorizationRequestContext>.Descriptor),
            ReadRequestObject<ExtractPushedAuthorizationRequestContext>.After(NativeHttp.ExtractBasicAuthenticationCredentials<ExtractPushedAuthorizationRequestContext>.Descriptor)]),
        ("Clients", [
            RejectPausedClient<ValidateAuthorizationRequestContext>.After(Native.Authentication.ValidateClientRedirectUri.Descriptor),
            RejectPausedClient<ValidatePushedAuthorizationRequestContext>.After(Native.Authentication.ValidatePushedAuthentication.Descriptor),
            RejectPausedClient<ValidateDeviceAuthorizationRequestContext>.After(Native.Device.ValidateDeviceAuthentication.Descriptor),
            RejectPausedClient<ValidateTokenRequestContext>.After(Native.Exchange.ValidateAuthentication.Descriptor),
            RejectUnregisteredScope<ValidateAuthorizationRequestContext>.InPlaceOf(Native.Authentication.ValidateScopePermissions.Descriptor),
            RejectUnregisteredScope<ValidatePushedAuthorizationRequestContext>.InPlaceOf(Native.Authentication.ValidatePushedScopePermissions.Descriptor),
            RejectUnregisteredScope<ValidateDeviceAuthorizationRequestContext>.InPlaceOf(Native.Device.ValidateScopePermissions.Descriptor),
            RejectUnregisteredScope<ValidateTokenRequestContext>.InPlaceOf(Native.Exchange.ValidateScopePermissions.Descriptor)]),
        ("ResourceIndicators", [
            RejectUnknownResource<ValidateAuthorizationRequestContext>.InPlaceOf(Native.Authentication.ValidateResources.Descriptor),
            RejectUnknownResource<ValidatePushedAuthorizationRequestContext>.InPlaceOf(Native.Authentication.ValidatePushedResources.Descriptor),
            RejectUnknownResource<ValidateDeviceAuthorizationRequestContext>.InPlaceOf(Native.Device.ValidateScopePermissions.Descriptor),
            RejectUnknownResource<ValidateTokenRequestContext>.InPlaceOf(Native.Exchange.ValidateResourcePermissions.Descriptor)]),
        ("StepUp", [
            ReadRequestedTrust<ValidateAuthorizationRequestContext>.After(Native.Authentication.ValidatePromptParameter.Descriptor),
            ReadRequestedTrust<ValidatePushedAuthorizationRequestContext>.After(Native.Authentication.ValidatePushedPromptParameter.Descriptor)]),
        ("ClaimsParameter", [
            ReadRequestedClaims<ValidateAuthorizationRequestContext>.After(Native.Authentication.ValidatePromptParameter.Descriptor),
            ReadRequestedClaims<ValidatePushedAuthorizationRequestContext>.After(Native.Authentication.ValidatePushedPromptParameter.Descriptor)]),
        ("VectorsOfTrust", [
            ReadRequestedVectors<ValidateAuthorizationRequestContext>.After(Native.Authentication.ValidatePromptParameter.Descriptor),
            ReadRequestedVectors<ValidatePushedAuthorizationRequestContext>.After(Native.Authentication.ValidatePushedPromptParameter.Descriptor)]),
        ("Interaction", [
            ContinueInteraction.Descriptor,
            ReadMaxAge<ValidateAuthorizationRequestContext>.After(Native.Authentication.ValidatePromptParameter.Descriptor),
            ReadMaxAge<ValidatePushedAuthorizationRequestContext>.After(Native.Authentication.ValidatePushedPromptParameter.Descriptor),
            RejectUnreadableHint<ValidateAuthorizationRequestContext>.After(Native.Authentication.ValidateAuthentication.Descriptor),
            RejectUnreadableHint<ValidatePushedAuthorizationRequestContext>.After(Native.Authentication.ValidatePushedAuthentication.Descriptor),
            StorePostedRequest.Descriptor, AnswerAuthorizationRequest.Descriptor]),
        ("Grants", [OpenSealedToken.Descriptor, RejectTokenOfEndedGrant.Descriptor, RejectWiderRequest.Descriptor, ExchangeForTokens.Descriptor, NameForAudience.Descriptor, SealToken.Descriptor]),
        ("VerifiedTokens", [RecallVerifiedToken.Descriptor, KeepVerifiedToken.Descriptor]),
        ("Introspection", [
            // RFC 7662 §2.1: asked by POST, as a URL is written down in many places.
            NativeHttp.ExtractPostRequest<ExtractIntrospectionRequestContext>.Descriptor,
            RequireOwnerOrAudience.Descriptor, DescribeToken.Descriptor]),
        ("Revocation", [RevokeGrant.Descriptor]),
        ("Claims", [StripInternalClaims.Descriptor]),
        ("SigningKeys", [ChooseSigningKey.Descriptor, BindTokens.Descriptor]),
        ("ProtectedResponses", [EncryptIdToken.Descriptor, ProtectUserInfo.Descriptor]),
        ("UserInfo", [RequireOneToken.Descriptor, AnswerUserInfo.Descriptor]),
        ("EndSession", [AnswerEndSession.Descriptor]),
        ("Discovery", [
            DescribeProvider.Descriptor,
            LetDocumentsBeCached<ApplyConfigurationResponseContext>.Descriptor,
            LetDocumentsBeCached<ApplyJsonWebKeySetResponseContext>.Descriptor]),
        ("SessionManagement", [AttachSessionState.Descriptor, DescribeCheckSession.Descriptor]),
        ("DynamicRegistration", [DescribeRegistration.Descriptor]),
        ("Errors", [
            DropErrorUri.Descriptor, RedirectErrorToClient.Descriptor, RedirectToClient.Descriptor,
            ShowErrorPage<ApplyAuthorizationResponseContext>.Descriptor, ShowErrorPage<ApplyEndSessionResponseContext>.Descriptor]),
        ("FormPost", [ShowFormPost.Descriptor]),
        ("Telemetry", [CountTokens.Descriptor]),
        ("RequestTraces", [
            TraceRequest<ApplyAuthorizationResponseContext>.Descriptor,
            TraceRequest<ApplyPushedAuthorizationResponseContext>.Descriptor,
            TraceRequest<ApplyDeviceAuthorizationResponseContext>.Descriptor,
            TraceRequest<ApplyTokenResponseContext>.Descriptor,
            TraceRequest<ApplyUserInfoResponseContext>.Descriptor,
            TraceRequest<ApplyIntrospectionResponseContext>.Descriptor,
            TraceRequest<ApplyRevocationResponseContext>.Descriptor,
            TraceRequest<ApplyEndSessionResponseContext>.Descriptor]),
    ];

    private static readonly IReadOnlyList<OpenIddictServerHandlerDescriptor> Replaced =
    [
        // Grants: one row for one authorization in place of an entry for each token.
        Native.Protection.ValidateReferenceTokenIdentifier.Descriptor,
        Native.Protection.RestoreTokenEntryProperties.Descriptor,
        Native.Protection.ValidateTokenEntry.Descriptor,
        Native.Protection.CreateTokenEntry.Descriptor,
        Native.Protection.AttachTokenPayload.Descriptor,
        Native.RedeemTokenEntry.Descriptor,
        Native.RejectDeviceCodeEntry.Descriptor,
        Native.RejectUserCodeEntry.Descriptor,
        Native.UpdateReferenceDeviceCodeEntry.Descriptor,
        Native.RedeemLogoutTokenEntry.Descriptor,
        Native.Revocation.RevokeToken.Descriptor,
        Native.Exchange.ValidateGrantedScopes.Descriptor,
        // ClientAuthentication.
        Native.ValidateClientAssertionWellknownClaims.Descriptor,
        Native.ValidateClientAssertionIssuer.Descriptor,
        // PushedAuthorization.
        Native.Authentication.ValidatePushedAuthorizationRequestsRequirement.Descriptor,
        // Introspection.
        NativeHttp.ExtractGetOrPostRequest<ExtractIntrospectionRequestContext>.Descriptor,
        Native.Introspection.ValidateAuthorizedParty.Descriptor,
        Native.Introspection.AttachApplicationClaims.Descriptor,
        // Clients and ResourceIndicators.
        Native.Authentication.ValidateScopePermissions.Descriptor,
        Native.Authentication.ValidatePushedScopePermissions.Descriptor,
        Native.Device.ValidateScopePermissions.Descriptor,
        Native.Exchange.ValidateScopePermissions.Descriptor,
        Native.Authentication.ValidateResourceParameter.Descriptor,
        Native.Authentication.ValidateResources.Descriptor,
        Native.Authentication.ValidateResourcePermissions.Descriptor,
        Native.Authentication.ValidatePushedResourceParameter.Descriptor,
        Native.Authentication.ValidatePushedResources.Descriptor,
        Native.Authentication.ValidatePushedResourcePermissions.Descriptor,
        Native.Exchange.ValidateResourceParameter.Descriptor,
        Native.Exchange.ValidateResources.Descriptor,
        Native.Exchange.ValidateResourcePermissions.Descriptor,
        // SigningKeys: by the algorithm of the client, not of the first key.
        Native.AttachTokenDigests.Descriptor,
        // UserInfo.
        Native.UserInfo.AttachAudiences.Descriptor,
        Native.UserInfo.AttachClaims.Descriptor,
        // Errors and FormPost: answers to browsers are ours.
        NativeHttp.Authentication.ProcessQueryResponse.Descriptor,
        NativeHttp.Authentication.ProcessFragmentResponse.Descriptor,
        NativeHttp.Authentication.ProcessFormPostResponse.Descriptor,
        NativeHttp.ProcessLocalErrorResponse<ApplyAuthorizationResponseContext>.Descriptor,
        NativeHttp.ProcessLocalErrorResponse<ApplyEndSessionResponseContext>.Descriptor,
    ];

    /// <summary>Lists every handler, native and ours, event by event in the order in which it runs.</summary>
    public static string Render(OpenIddictServerOptions options)
    {
        var text = new StringBuilder();
        foreach (var group in options.Handlers.GroupBy(handler => Name(handler.ContextType)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{group.Key}");
            // Those of different endpoints share a place, and never meet.
            foreach (var handler in group.OrderBy(handler => handler.Order).ThenBy(handler => Name(handler.ServiceDescriptor.ServiceType), StringComparer.Ordinal))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {(handler.Type is OpenIddictServerHandlerType.Custom ? "* " : "  ")}{Name(handler.ServiceDescriptor.ServiceType)}");
        }

        return text.ToString();
    }

    internal static void Lay(OpenIddictServerBuilder builder)
    {
        foreach (var descriptor in Replaced)
            builder.RemoveEventHandler(descriptor);
        foreach (var descriptor in Rooms.SelectMany(room => room.Rules))
            builder.AddEventHandler(descriptor);
    }

    private static string Name(Type type)
    {
        var name = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } declaring && declaring.Name is not ("OpenIddictServerHandlers" or "OpenIddictServerEvents" or "OpenIddictServerAspNetCoreHandlers")
            ? declaring.Name + "." : "";
        return $"{outer}{name}";
    }
}
