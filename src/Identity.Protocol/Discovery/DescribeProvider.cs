using System.Collections.Immutable;
using Identity.Domain.Keys;
using Identity.Domain.Partners;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Runs;
using Identity.Protocol.Claims;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Discovery;

/// <summary>OpenID Connect Discovery §3 and RFC 8414 §2: says what is kept and nothing more.</summary>
internal sealed class DescribeProvider(SigningKeyRing ring, LevelRules levels, OfferedVerifiers verifiers, IOptions<InteractionLanguages> languages) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<HandleConfigurationRequestContext, DescribeProvider>(
        OpenIddictServerHandlers.Discovery.AttachAdditionalMetadata.Descriptor);

    private static readonly ImmutableArray<string?> ClientAlgorithms = [.. ClientValidator.SigningAlgorithms];

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.SubjectTypes.Clear();
        context.SubjectTypes.UnionWith(["pairwise", "public"]);
        context.IdTokenSigningAlgorithms.Clear();
        context.IdTokenSigningAlgorithms.UnionWith(ring.Current.Signing.Select(key => key.Algorithm));
        context.Metadata["authorization_response_iss_parameter_supported"] = true;
        // RFC 9470 §7.
        context.Metadata["acr_values_supported"] = (ImmutableArray<string?>)[.. RequestedTrust.Reachable];
        // RFC 8485 §5: where the vectors are explained. There is no registered name for it.
        context.Metadata["trustmarks"] = context.Issuer!.AbsoluteUri + Endpoints.Trustmark; // OpenIddict sets it before.
        context.Metadata["claims_parameter_supported"] = true;
        DescribeAssurance(context);
        // OpenID Connect Back-Channel Logout §2.1.
        context.Metadata["backchannel_logout_supported"] = true;
        context.Metadata["backchannel_logout_session_supported"] = true;
        // OpenID Connect Front-Channel Logout §3.
        context.Metadata["frontchannel_logout_supported"] = true;
        context.Metadata["frontchannel_logout_session_supported"] = true;
        context.Metadata["request_parameter_supported"] = true;
        context.Metadata["request_object_signing_alg_values_supported"] = ClientAlgorithms;
        context.Metadata["request_uri_parameter_supported"] = true;
        context.Metadata["require_request_uri_registration"] = true;
        DescribeProtection(context);
        context.Metadata["ui_locales_supported"] = (ImmutableArray<string?>)[.. languages.Value.Spoken];
        context.Metadata["claim_types_supported"] = (ImmutableArray<string?>)["normal"];
        // RFC 8414 §2: public clients name themselves and prove nothing.
        context.TokenEndpointAuthenticationMethods.Add(ClientAuthenticationMethods.None);
        context.RevocationEndpointAuthenticationMethods.Add(ClientAuthenticationMethods.None);
        // RFC 9126 §5 and RFC 8628 §3.1: the methods are those of the token endpoint; there is no such metadata.
        context.PushedAuthorizationEndpointAuthenticationMethods.Clear();
        context.DeviceAuthorizationEndpointAuthenticationMethods.Clear();
        foreach (var endpoint in (string[])["token", "introspection", "revocation"])
            context.Metadata[$"{endpoint}_endpoint_auth_signing_alg_values_supported"] = (ImmutableArray<string?>)[ClientValidator.SecretAlgorithm, .. ClientAlgorithms];
        foreach (var methods in (HashSet<string>[])[context.TokenEndpointAuthenticationMethods, context.IntrospectionEndpointAuthenticationMethods, context.RevocationEndpointAuthenticationMethods])
            methods.Add(ClientValidator.SecretJwt);
        return default;
    }

    // OpenID Connect Discovery §3: user-info is signed with what ID tokens can be.
    private void DescribeProtection(HandleConfigurationRequestContext context)
    {
        context.Metadata["userinfo_signing_alg_values_supported"] = Listed(ring.Current.Signing.Select(key => key.Algorithm).Where(ResponseProtection.SigningAlgorithms.Contains));
        foreach (var answer in (string[])["id_token", "userinfo"])
        {
            context.Metadata[$"{answer}_encryption_alg_values_supported"] = Listed(ResponseProtection.KeyAlgorithms);
            context.Metadata[$"{answer}_encryption_enc_values_supported"] = Listed(ResponseProtection.ContentAlgorithms);
        }
    }

    // OpenID Connect for Identity Assurance 1.0 §8: nothing, where nobody can prove anything.
    private void DescribeAssurance(HandleConfigurationRequestContext context)
    {
        var gifts = verifiers.All.SelectMany(verifier => verifier.Manifest.Gives).ToList();
        if (gifts.Count == 0)
            return;
        context.Metadata["trust_frameworks_supported"] = Listed(levels.Frameworks.Values.Select(framework => framework.TrustFramework).OfType<string>());
        context.Metadata["claims_in_verified_claims_supported"] = (ImmutableArray<string?>)[.. VerifiedClaims.Supported];
        context.Metadata["evidence_supported"] = Listed(gifts.Select(gift => EvidenceTypes.NameOf(gift.Type)));
        foreach (var (member, type) in new[] { ("documents_supported", EvidenceType.Document), ("electronic_records_supported", EvidenceType.ElectronicRecord) })
            if (gifts.Where(gift => gift.Type == type).SelectMany(gift => gift.Kinds).ToList() is { Count: > 0 } kinds)
                context.Metadata[member] = Listed(kinds);
        context.Metadata["documents_check_methods_supported"] = Listed(verifiers.All.SelectMany(verifier => verifier.Manifest.Methods));
    }

    private static ImmutableArray<string?> Listed(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];
}
