using Identity.Domain.Consent;
using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using OpenIddict.Abstractions;

namespace Identity.Protocol.Interaction;

/// <summary>
/// What a person is on the way to: the application whose authorization request waits for them, or their own account.
/// </summary>
public sealed class AuthorizationInteraction(Journey<InteractionState> journey, Client? client, ConsentRequest consent)
{
    /// <summary>What the URL of each page carries.</summary>
    public string Key => Journey.Key;

    /// <summary>The application the person comes from, or null when they came to their account.</summary>
    public Client? Client { get; } = client;

    /// <summary>What it asks for.</summary>
    public ConsentRequest Consent { get; } = consent;

    public InteractionState State => Journey.State;

    /// <summary>Where the answer goes: what a page whose form leads there must allow.</summary>
    public Uri? RedirectUri => State.Parameters.TryGetValue(OpenIddictConstants.Parameters.RedirectUri, out var uri) ? new Uri(uri) : null;

    /// <summary>The e-mail address to fill in: what was typed, else the application's hint.</summary>
    public string? LoginHint => State.Email ?? State.Parameters.GetValueOrDefault(OpenIddictConstants.Parameters.LoginHint);

    /// <summary>Where a page sends the browser once its question is answered, as <see cref="InteractionPages"/> writes addresses.</summary>
    public string ContinueUrl => State.Device is not null ? InteractionPages.Device(Key) : Client is null ? State.Then : $"~/{Endpoints.Authorization}?{InteractionParameters.Interaction}={Key}";

    internal Journey<InteractionState> Journey { get; } = journey;
}
