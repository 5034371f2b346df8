using Identity.Domain.Accounts;
using Identity.Domain.Partners;
using Identity.Protocol.FrontChannelLogout;
using Identity.Protocol.Interaction;
using Identity.Protocol.PairwiseSubjects;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.EndSession;

/// <summary>
/// OpenID Connect RP-Initiated Logout §2: an application that shows, by an ID token of the person signed in, that the
/// wish is theirs is believed; everybody else's wish is put to the person first (§2: "the OP SHOULD ask").
/// </summary>
internal sealed class AnswerEndSession(
    BrowserSession browser, EndSessionInteractions interactions, SigningOut signingOut, AccountStore accounts, ClientDirectory clients, SubjectFactory subjects)
    : IOpenIddictServerHandler<HandleEndSessionRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<HandleEndSessionRequestContext, AnswerEndSession>(
        OpenIddictServerHandlers.Session.AttachPrincipal.Descriptor);

    public async ValueTask HandleAsync(HandleEndSessionRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        var hint = context.IdentityTokenHintPrincipal;
        var client = clients.Current.Find(context.Request.ClientId ?? hint?.GetPresenters().FirstOrDefault());
        var returnTo = ReturnTo(context.Request);

        if (await browser.FindAsync(http) is { } session && !await IsTheirsAsync(session.AccountId, hint?.GetClaim(ClaimNames.Subject), client, http))
        {
            var journey = await interactions.BeginAsync(http, new EndSessionState(client?.ClientName, returnTo));
            Redirect(http, InteractionPages.SignOut(journey.Key));
        }
        else
        {
            Redirect(http, await signingOut.SignOutAsync(http, returnTo));
        }

        context.HandleRequest();
    }

    private async Task<bool> IsTheirsAsync(Guid account, string? hinted, Client? client, HttpContext http) =>
        hinted is not null && client is not null
        && await accounts.ClaimsAsync(account, http.RequestAborted) is { } claims
        && subjects.Subject(claims.SubjectSeed, client) == hinted;

    /// <summary>OpenIddict has checked it against the registration. The bare <c>#</c> keeps a form's fragment from travelling along.</summary>
    private static string? ReturnTo(OpenIddictRequest request) => request.PostLogoutRedirectUri is not { Length: > 0 } uri
        ? null
        : (string.IsNullOrEmpty(request.State) ? uri : QueryHelpers.AddQueryString(uri, OpenIddictConstants.Parameters.State, request.State)) + "#";

    private static void Redirect(HttpContext http, string location)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = InteractionPages.Resolve(http, location);
    }
}
