using Identity.Domain.DeviceAuthorization;
using Identity.Domain.Grants;
using Identity.Protocol.Interaction;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>A device, the application on it, and the journey of the person who is to answer.</summary>
internal sealed record DeviceVisit(AuthorizationInteraction Interaction, Domain.Partners.Client Client, DeviceApproval Device);

/// <summary>Writes a person's answer to a device, and remembers it for the pages.</summary>
internal sealed class DeviceAnswers(DeviceCodeStore codes, DeviceDecisions decisions, Interactions interactions)
{
    public Task<bool> IsOpenAsync(DeviceVisit visit, CancellationToken cancellationToken) => codes.IsWaitingAsync(visit.Device.Key, cancellationToken);

    public async Task<DeviceStep> ConnectAsync(DeviceVisit visit, Grant grant, CancellationToken cancellationToken) => await decisions.ApproveAsync(visit.Device.Key, grant, visit.Client.ClientName, cancellationToken)
        ? await KeepAsync(visit, connected: true, cancellationToken)
        : new DeviceStep.Late();

    public async Task<DeviceStep> RefuseAsync(DeviceVisit visit, Guid? account, CancellationToken cancellationToken) => await decisions.RefuseAsync(visit.Device.Key, account, visit.Client.ClientId, cancellationToken)
        ? await KeepAsync(visit, connected: false, cancellationToken)
        : new DeviceStep.Late();

    private async Task<DeviceStep> KeepAsync(DeviceVisit visit, bool connected, CancellationToken cancellationToken)
    {
        await interactions.DeviceAsync(visit.Interaction, visit.Device with { Connected = connected }, cancellationToken);
        return new DeviceStep.Answered(connected, visit.Client);
    }
}
