using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>
/// The door for the pages that connect a device (RFC 8628 §3.3): says what comes next, by the prompts of any authorization
/// request with one question more, and takes the answer. Safe for concurrent use.
/// </summary>
public sealed class DeviceConnections
{
    private readonly Interactions _interactions;
    private readonly BrowserSession _browser;
    private readonly AuthorizationGathering _gathering;
    private readonly GrantIssuing _issuing;
    private readonly DeviceAnswers _answers;

    internal DeviceConnections(Interactions interactions, BrowserSession browser, AuthorizationGathering gathering, GrantIssuing issuing, DeviceAnswers answers) =>
        (_interactions, _browser, _gathering, _issuing, _answers) = (interactions, browser, gathering, issuing, answers);

    /// <summary>Whether the journey has come to an end, and to which; changes nothing.</summary>
    public async Task<DeviceStep> FindAsync(HttpContext context, string key) =>
        (await VisitAsync(context, key)).Ended ?? new DeviceStep.Elsewhere(InteractionPages.Device(key));

    /// <summary>What comes next. When nothing does, the device is connected.</summary>
    public async Task<DeviceStep> NextAsync(HttpContext context, string key)
    {
        var (visit, ended) = await VisitAsync(context, key);
        if (visit is null || ended is not null)
            return ended ?? new DeviceStep.Over();

        var (state, facts) = (visit.Interaction.State, await FactsAsync(context, visit.Interaction));
        if (!facts.IsAdmitted)
            return new DeviceStep.NotOpenYet(visit.Client.ClientName);
        // Before anything else is asked of somebody who may have been talked into it.
        if (facts.Session is not null && !visit.Device.Recognised)
            return new DeviceStep.Question(visit.Client, visit.Device.UserCode, facts.Asked, facts.Asked.IsCoveredBy(facts.Decision) ? facts.Decision : null);
        if (state.Refused || facts.IsUnmet || (state.LeftUnproven && facts.LevelNeeded is not null))
            return await _answers.RefuseAsync(visit, facts.Session?.AccountId, context.RequestAborted);
        return Prompts.Next(facts) is { } check
            ? await AskAsync(visit.Interaction, check.Prompt, facts, context.RequestAborted)
            : await _answers.ConnectAsync(visit, _issuing.Of(visit.Client.ClientId, facts), context.RequestAborted);
    }

    /// <summary>The person says that they started this and have the device before them, or that they do not.</summary>
    public async Task<DeviceStep> AnswerAsync(HttpContext context, string key, bool recognised)
    {
        if (await NextAsync(context, key) is var step and not DeviceStep.Question)
            return step;
        if ((await VisitAsync(context, key)).Visit is not { } visit || await _browser.FindAsync(context) is not { } session)
            return new DeviceStep.Over();
        if (!recognised)
            return await _answers.RefuseAsync(visit, session.AccountId, context.RequestAborted);

        await _interactions.DeviceAsync(visit.Interaction, visit.Device with { Recognised = true }, context.RequestAborted);
        return new DeviceStep.Elsewhere(InteractionPages.Device(key));
    }

    private async Task<(DeviceVisit? Visit, DeviceStep? Ended)> VisitAsync(HttpContext context, string key)
    {
        if (await _interactions.FindAsync(context, key) is not { Client: { } client, State.Device: { } device } interaction)
            return (null, new DeviceStep.Over());

        var visit = new DeviceVisit(interaction, client, device);
        DeviceStep? ended = device.Connected is { } connected ? new DeviceStep.Answered(connected, client)
            : client.Paused ? new DeviceStep.Paused(client.ClientName)
            : await _answers.IsOpenAsync(visit, context.RequestAborted) ? null : new DeviceStep.Late();
        return (visit, ended);
    }

    private async Task<AuthorizationFacts> FactsAsync(HttpContext context, AuthorizationInteraction interaction)
    {
        var request = new StoredRequest(interaction.State.Parameters, Authenticated: true).ToRequest();
        var trust = new RequestedTrust([.. request.GetAcrValues().Select(Acr.Read).Where(value => value is not null).Select(value => value!.Value)], Essential: false); // Filtered just before.
        return await _gathering.GatherAsync(new RequestedOfPerson(request, trust, RequestedVectors.None, [], null),
            await _browser.FindAsync(context), interaction.State, context.RequestAborted);
    }

    private async Task<DeviceStep> AskAsync(AuthorizationInteraction interaction, Prompt prompt, AuthorizationFacts facts, CancellationToken cancellationToken)
    {
        if (prompt is Prompt.Confirm && facts.Need is { } need && need != interaction.State.Need)
            await _interactions.NeedAsync(interaction, need, cancellationToken);
        if (prompt is Prompt.Prove && facts.LevelNeeded?.ToString() is { } level && level != interaction.State.LevelNeeded)
            await _interactions.LevelNeededAsync(interaction, level, cancellationToken);
        return new DeviceStep.Elsewhere(InteractionPages.Of(prompt, interaction.Key));
    }
}
