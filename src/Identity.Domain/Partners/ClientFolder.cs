using System.Text.Json;

namespace Identity.Domain.Partners;

/// <summary>Registers the clients that stand as JSON files in a folder: how the demo and a first installation begin.</summary>
public sealed class ClientFolder(ClientStore store, ClientDirectory directory)
{
    /// <summary>Stores each registration that is new or differs from what is stored.</summary>
    /// <exception cref="InvalidOperationException">Some file is no registration or has faults; the message lists them all, and nothing was stored.</exception>
    public async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var clients = new List<Client>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var client = ClientJson.Read(await File.ReadAllTextAsync(file, cancellationToken));
                clients.Add(client);
                faults.AddRange(store.Faults(client).Select(fault => $"{file}: {fault}"));
            }
            catch (JsonException exception)
            {
                faults.Add($"{file}: {exception.Message}");
            }
        }

        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));

        foreach (var client in clients)
        {
            if (directory.Current.Find(client.ClientId) is not { } stored || ClientJson.Write(stored) != ClientJson.Write(client))
                await store.SaveAsync(client, $"file {client.ClientId}.json", cancellationToken);
        }
    }
}
