using System.CommandLine;
using Identity.Domain.Partners;

namespace Identity.Web.Commands;

internal static class ClientVerbs
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Holds a JSON file for each application." };

    public static Command Make() => new("clients", "The applications that sign people in.")
    {
        new Verb("load", "Registers the applications in a folder.", (services, words) => LoadAsync(services, words.GetRequiredValue(Folder))) { Folder },
    };

    private static async Task<int> LoadAsync(IServiceProvider services, string folder)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder '{folder}'. Write one that holds a JSON file for each client.");
            return 1;
        }

        var directory = services.GetRequiredService<ClientDirectory>();
        await directory.RefreshAsync(CancellationToken.None);
        try
        {
            await services.GetRequiredService<ClientFolder>().LoadAsync(folder, CancellationToken.None);
        }
        catch (InvalidOperationException faults)
        {
            await Console.Error.WriteLineAsync(faults.Message);
            return 1;
        }

        await directory.RefreshAsync(CancellationToken.None);
        Console.WriteLine($"Clients registered: {directory.Current.Clients.Count()}.");
        return 0;
    }
}
