using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Partners.Organisations;

namespace Identity.Domain.Partners;

/// <summary>Whom an application is open to: its own people always, of all others as many in a hundred as its registration says.</summary>
public sealed class Admission(ClientDirectory clients, OrganisationStore organisations)
{
    /// <returns>Whether somebody may be signed in to it. Whoever may at one share may at every greater one.</returns>
    public async ValueTask<bool> IsOpenAsync(Client client, Guid account, CancellationToken cancellationToken) =>
        client.OpenTo >= 100 || Share(client.ClientId, account) < client.OpenTo
        || (clients.Current.OrganisationOf(client.ClientId) is { } organisation && await organisations.FindAsync(organisation, account, cancellationToken) is not null);

    // Of each application others are first.
    private static uint Share(string clientId, Guid account) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId} {account:D}"))) % 100;
}
