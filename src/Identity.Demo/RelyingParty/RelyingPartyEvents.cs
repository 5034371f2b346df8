using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>What this application adds to the framework's sign-in.</summary>
internal sealed class RelyingPartyEvents : OpenIdConnectEvents
{
    /// <summary>A cookie signs nobody in whose tokens are gone, or that began in a session that the provider has ended.</summary>
    public static Task EndWithSession(CookieValidatePrincipalContext context)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<SessionTokens>();
        if (context.HttpContext.RequestServices.GetRequiredService<EndedSessions>().Contains(context.Principal)) tokens.Remove(context.Principal);
        if (tokens.Find(context.Principal) is null) context.RejectPrincipal();
        return Task.CompletedTask;
    }

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        // RFC 9207 §2.4: where the provider says that it sends its issuer, an answer with another one, or none, is refused.
        var discovery = await RelyingPartySignIn.DiscoveryOf(context.Options)(context.HttpContext.RequestAborted);
        if (!discovery.AdditionalData.TryGetValue("authorization_response_iss_parameter_supported", out var said) || said is not true) return;
        if (!string.Equals(context.ProtocolMessage.Iss, discovery.Issuer, StringComparison.Ordinal))
            context.Fail("The answer does not name the issuer that was asked.");
    }

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        StepUp.Of(context.Properties)?.Ask(context.ProtocolMessage);
        Uplift.Of(context.Properties)?.Ask(context.ProtocolMessage);
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (StepUp.Of(context.Properties) is { } asked && (context.Principal is null || !asked.IsMetBy(context.Principal, now - StepUp.WayBack)))
        {
            context.Fail(StepUp.NotMet());
            return Task.CompletedTask;
        }
        if (context.Principal?.Identity is ClaimsIdentity identity && context.TokenEndpointResponse is { } answer)
            context.HttpContext.RequestServices.GetRequiredService<SessionTokens>().Add(identity, answer);
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionTokens>();
        context.ProtocolMessage.IdTokenHint = sessions.Find(context.HttpContext.User)?.Id;
        sessions.Remove(context.HttpContext.User);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        // The code of the provider's error, never its text: what is shown is always the application's own words.
        var error = context.Failure?.Data["error"] as string ?? "unknown";
        context.HttpContext.RequestServices.GetRequiredService<ILogger<RelyingPartyEvents>>().SignInFailed(error, context.Failure);
        context.Response.Redirect(error == StepUp.Unmet && StepUp.ClosedPage(context.Properties) is { } closed
            ? closed
            : $"/problem{QueryString.Create("error", error)}");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
