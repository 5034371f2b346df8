using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Grants;
using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Protocol.Errors;
using Identity.Protocol.Grants;
using Identity.Protocol.PairwiseSubjects;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>
/// Answers a valid authorization request: with what it asked for when nothing is left to ask, with a page when something is, with an
/// error when nothing may be asked (<c>prompt=none</c>).
/// </summary>
internal sealed class AnswerAuthorizationRequest(
    BrowserSession browser, AuthorizationGathering gathering, JourneyStore journeys, Interactions interactions, GrantIssuing issuing, IOptions<InteractionLanguages> languages) : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<HandleAuthorizationRequestContext, AnswerAuthorizationRequest>(
        OpenIddictServerHandlers.Authentication.AttachPrincipal.Descriptor);

    /// <summary>The code that partners find in the list of errors: nothing of why, which is between the person and the provider.</summary>
    internal const string NotProven = "identity_not_proven: the person did not prove who they are as surely as was asked.";

    public async ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        var interaction = context.Transaction.GetProperty<AuthorizationInteraction>(typeof(AuthorizationInteraction).FullName!); // A named type has a full name.
        var facts = await gathering.GatherAsync(context, await browser.FindAsync(http), interaction?.State);

        if (!facts.IsAdmitted)
            // Nobody is asked by a page here; everybody else is told by one, as the application can do nothing about it.
            context.Reject(context.Request.HasPromptValue(PromptValues.None) ? ErrorCodes.AccessDenied : ShowErrorPage<ProcessErrorContext>.NotOpenYet, "The application is not open to this person yet.");
        else if (interaction is { State.Refused: true })
            await EndAsync(context, interaction, ErrorCodes.AccessDenied, "The person chose not to share.");
        else if (facts.SignedInNow && facts.HintedSubject is { } hinted && hinted != facts.Subject)
            await EndAsync(context, interaction!, ErrorCodes.LoginRequired, "Another person signed in than the one of the 'id_token_hint'."); // SignedInNow comes of it.
        else if (interaction is { State.LeftUnproven: true } && facts.LevelNeeded is not null)
            await EndAsync(context, interaction, ErrorCodes.AccessDenied, NotProven);
        else if (facts.IsUnmet)
            await EndUnmetAsync(context, interaction);
        else if (Prompts.Next(facts) is { } check)
            await AskAsync(context, http, interaction, check, facts);
        else if (interaction is not null && !await journeys.EndAsync(Interactions.Kind, interaction.Key, context.CancellationToken))
            context.Reject(ShowErrorPage<ProcessErrorContext>.InteractionOver, "The journey has been ended by another tab.");
        else
            context.SignIn(await issuing.IssueAsync(context, facts));
    }

    private async ValueTask EndAsync(HandleAuthorizationRequestContext context, AuthorizationInteraction interaction, string error, string description)
    {
        await journeys.EndAsync(Interactions.Kind, interaction.Key, context.CancellationToken);
        context.Reject(error, description);
    }

    // OpenID Connect Core Unmet Authentication Requirements 1.0 §2.
    private async ValueTask EndUnmetAsync(HandleAuthorizationRequestContext context, AuthorizationInteraction? interaction)
    {
        if (interaction is not null)
            await journeys.EndAsync(Interactions.Kind, interaction.Key, context.CancellationToken);
        context.Reject(ProtocolErrors.UnmetAuthenticationRequirements, "The person could not sign in as surely or as freshly as was asked.");
    }

    private async ValueTask AskAsync(HandleAuthorizationRequestContext context, HttpContext http, AuthorizationInteraction? interaction, PromptCheck check, AuthorizationFacts facts)
    {
        if (context.Request.HasPromptValue(PromptValues.None))
        {
            context.Reject(check.Error, $"Something must be asked of the person: {check.Reason}.");
            return;
        }

        var asked = check.Prompt is Prompt.Confirm ? facts.Need : null;
        var level = check.Prompt is Prompt.Prove ? facts.LevelNeeded?.ToString() : null;
        var key = interaction?.Key ?? (await BeginAsync(context, http, asked, level)).Key;
        if (interaction is not null && asked is not null && interaction.State.Need != asked)
            await interactions.NeedAsync(interaction, asked, context.CancellationToken);
        if (interaction is not null && level is not null && interaction.State.LevelNeeded != level)
            await interactions.LevelNeededAsync(interaction, level, context.CancellationToken);
        if (interaction is null && context.Request.UiLocales is { } uiLocales)
            languages.Value.Keep(http, uiLocales);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = InteractionPages.Resolve(http, InteractionPages.Of(check.Prompt, key));
        context.HandleRequest();
    }

    private Task<Journey<InteractionState>> BeginAsync(HandleAuthorizationRequestContext context, HttpContext http, ProofNeed? need, string? level) => journeys.BeginAsync(
        Interactions.Kind, BrowserSession.Bind(http),
        new InteractionState
        {
            Parameters = StoredRequest.Of(context.Request).Parameters,
            Pushed = context.Transaction.GetProperty<StoredRequest>(typeof(StoredRequest).FullName!)?.Authenticated == true, // A named type has a full name.
            Need = need,
            LevelNeeded = level,
        },
        Interactions.Life, context.CancellationToken);
}
