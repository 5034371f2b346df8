using Identity.Domain.Consent;
using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Claims;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;

namespace Identity.Protocol.Interaction;

/// <summary>
/// The door between the authorization endpoint and the pages that ask: a page finds its interaction by the key in its
/// URL, says what the person answered, and sends the browser to <see cref="AuthorizationInteraction.ContinueUrl"/>.
/// </summary>
public sealed class Interactions(JourneyStore journeys, ClientDirectory clients)
{
    internal const string Kind = "authorize";

    // WCAG 2.2 §2.2.1: a limit of more than 20 hours hurries nobody, and needs no warning.
    internal static readonly TimeSpan Life = TimeSpan.FromHours(24);


    /// <returns>The interaction, or null when it is over, unknown, or another browser's.</returns>
    public async Task<AuthorizationInteraction?> FindAsync(HttpContext context, string? key)
    {
        var journey = await journeys.FindAsync<InteractionState>(Kind, key, BrowserSession.Bound(context), context.RequestAborted);
        if (journey is null)
            return null;

        var snapshot = clients.Current;
        var parameters = journey.State.Parameters;
        var client = snapshot.Find(parameters.GetValueOrDefault(OpenIddictConstants.Parameters.ClientId));
        if (client is null)
            return parameters.Count == 0 ? new AuthorizationInteraction(journey, null, new ConsentRequest([], [], [])) : null;

        var scopes = parameters.GetValueOrDefault(OpenIddictConstants.Parameters.Scope, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var interaction = new AuthorizationInteraction(journey, client, ConsentRequest.For(client, scopes, snapshot, RequestedClaims.Read(parameters.GetValueOrDefault(OpenIddictConstants.Parameters.Claims)).Names));
        // For what the whole page depends on, such as its theme.
        context.Features.Set(interaction);
        return interaction;
    }

    /// <summary>Begins a way to the person's own account, with no application behind it.</summary>
    /// <param name="context">The request that begins it.</param>
    /// <param name="then">The page of ours it leads to; never what a request has named.</param>
    /// <param name="need">What has to be proved there, when being signed in is not enough.</param>
    /// <returns>The key for the URL of the pages.</returns>
    public async Task<string> BeginOwnAsync(HttpContext context, string then = "~/", ProofNeed? need = null) =>
        (await journeys.BeginAsync(Kind, BrowserSession.Bind(context), new InteractionState { Parameters = new Dictionary<string, string>(), Then = then, Need = need }, Life, context.RequestAborted)).Key;

    /// <summary>Begins the way to the connection of a device.</summary>
    /// <param name="context">The request that begins it.</param>
    /// <param name="parameters">What its application asks for, as an authorization request would.</param>
    /// <param name="device">Which one.</param>
    /// <returns>The key for the URL of the pages.</returns>
    internal async Task<string> BeginDeviceAsync(HttpContext context, IReadOnlyDictionary<string, string> parameters, DeviceApproval device) =>
        (await journeys.BeginAsync(Kind, BrowserSession.Bind(context), new InteractionState { Parameters = parameters, Device = device }, Life, context.RequestAborted)).Key;

    /// <summary>The person said something of the device.</summary>
    internal Task<AuthorizationInteraction?> DeviceAsync(AuthorizationInteraction interaction, DeviceApproval device, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { Device = device }, cancellationToken);

    /// <summary>The person typed their e-mail address.</summary>
    public Task<AuthorizationInteraction?> TypedAsync(AuthorizationInteraction interaction, string email, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { Email = email }, cancellationToken);

    /// <summary>Somebody proved half of what signing in takes.</summary>
    public Task<AuthorizationInteraction?> ProvedHalfAsync(AuthorizationInteraction interaction, Guid account, Proofs proofs, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { Pending = new PendingSignIn(account, proofs.ToString()) }, cancellationToken);

    /// <summary>The person signed in.</summary>
    public Task<AuthorizationInteraction?> SignedInAsync(AuthorizationInteraction interaction, Session session, CancellationToken cancellationToken) =>
        SaveAsync(interaction, Proved(interaction.State, session) with
        {
            SignedInSession = session.Id,
            AccountChosen = true,
            Consented = false,
            Pending = null,
            // Whoever it is now, they have not been asked.
            Device = interaction.State.Device is { } device ? device with { Recognised = false } : null,
        }, cancellationToken);

    /// <summary>The person who is signed in proved more.</summary>
    public Task<AuthorizationInteraction?> ConfirmedAsync(AuthorizationInteraction interaction, Session session, CancellationToken cancellationToken) =>
        SaveAsync(interaction, Proved(interaction.State, session), cancellationToken);

    /// <summary>The person cannot prove what they were asked to.</summary>
    public Task<AuthorizationInteraction?> CannotProveAsync(AuthorizationInteraction interaction, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { CannotProve = true }, cancellationToken);

    /// <summary>The person goes on with the account that is signed in.</summary>
    public Task<AuthorizationInteraction?> ChoseAccountAsync(AuthorizationInteraction interaction, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { AccountChosen = true }, cancellationToken);

    /// <summary>The person agreed to share.</summary>
    public Task<AuthorizationInteraction?> ConsentedAsync(AuthorizationInteraction interaction, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { Consented = true, Refused = false }, cancellationToken);

    /// <summary>The person chose not to share. Nothing is sent but that.</summary>
    public Task<AuthorizationInteraction?> RefusedAsync(AuthorizationInteraction interaction, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { Refused = true }, cancellationToken);

    /// <summary>The person went back without proving who they are. The application is told that and no more.</summary>
    public Task<AuthorizationInteraction?> LeftUnprovenAsync(AuthorizationInteraction interaction, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { LeftUnproven = true }, cancellationToken);

    /// <summary>A level of identity has to be reached before the person can go on.</summary>
    internal Task<AuthorizationInteraction?> LevelNeededAsync(AuthorizationInteraction interaction, string level, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { LevelNeeded = level }, cancellationToken);

    /// <summary>Something has to be proved before the person can go on.</summary>
    internal Task<AuthorizationInteraction?> NeedAsync(AuthorizationInteraction interaction, ProofNeed need, CancellationToken cancellationToken) =>
        SaveAsync(interaction, interaction.State with { Need = need }, cancellationToken);

    // The last thing proved was proved here, and so was the half before it.
    private static InteractionState Proved(InteractionState state, Session session) => state with
    {
        ProvedSince = state.ProvedSince ?? state.Pending?.Proofs.First ?? session.Proofs.Last,
    };

    /// <returns>The interaction as stored, or null when another tab went on in the meantime.</returns>
    private async Task<AuthorizationInteraction?> SaveAsync(AuthorizationInteraction interaction, InteractionState state, CancellationToken cancellationToken) =>
        await journeys.SaveAsync(interaction.Journey, state, cancellationToken) is { } saved
            ? new AuthorizationInteraction(saved, interaction.Client, interaction.Consent)
            : null;
}
