using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Identity.Domain.Audit;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;
using Identity.Domain.Partners.Traces;

namespace Identity.Web.Commands;

internal static class ClientVerbs
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Holds a JSON file for each application." };

    private static readonly Argument<string> Name = new("NAME") { Description = "Whom it is for, such as a partner's name." };
    private static readonly Option<string> Scopes = new("--scopes") { Description = "What their applications may ask for, with spaces between.", DefaultValueFactory = _ => "openid profile email offline_access" };
    private static readonly Option<int> Uses = new("--uses") { Description = $"How many applications, at most {InitialAccessTokens.MostUses}.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Days = new("--days") { Description = "For how many days it counts, at most 365.", DefaultValueFactory = _ => 7 };

    private static readonly Argument<string> Application = new("CLIENT_ID") { Description = "The application." };
    private static readonly Option<bool> On = new("--on") { Description = "Begins anew." };
    private static readonly Option<bool> Off = new("--off") { Description = "Ends it, and removes what was written." };

    public static Command Make() => new("clients", "The applications that sign people in.")
    {
        new Verb("load", "Registers the applications in a folder.", (services, words) => LoadAsync(services, words.GetRequiredValue(Folder))) { Folder },
        new Verb("make-secret", "Shows a new secret, once, and what a registration holds of it.", MakeSecretAsync),
        new Verb("trace", "Writes down an application's requests for an hour, or shows what was written.", TraceAsync) { Application, On, Off },
        new Verb("invite", "Lets somebody register applications of theirs: shows an initial access token (RFC 7591), once.", InviteAsync) { Name, Scopes, Uses, Days },
    };

    private static async Task<int> InviteAsync(IServiceProvider services, ParseResult words)
    {
        var (name, scopes, uses, days) = (words.GetRequiredValue(Name).Trim(), words.GetRequiredValue(Scopes), words.GetValue(Uses), words.GetValue(Days));
        if (name.Length is 0 or > InitialAccessTokens.LongestName || scopes.Trim().Length is 0 or > InitialAccessTokens.LongestScopes
            || uses is < 1 or > InitialAccessTokens.MostUses || days < 1 || days > InitialAccessTokens.LongestLife.TotalDays)
        {
            await Console.Error.WriteLineAsync(
                $"Write a name of 1 to {InitialAccessTokens.LongestName} characters, some scopes, 1 to {InitialAccessTokens.MostUses} uses and 1 to {InitialAccessTokens.LongestLife.TotalDays} days.");
            return 1;
        }

        Console.WriteLine(await services.GetRequiredService<InitialAccessTokens>().IssueAsync(
            name, scopes, uses, TimeSpan.FromDays(days), AuditSubject.Operator(Environment.UserName), CancellationToken.None));
        return 0;
    }

    private static Task<int> MakeSecretAsync(IServiceProvider services, ParseResult words)
    {
        var secret = SecretToken.Make();
        Console.WriteLine($"secret: {secret}");
        Console.WriteLine($"client_secret_sha256: {Convert.ToHexStringLower(SecretToken.Hash(secret))}");
        Console.WriteLine($"client_secret_sealed, with client_secret_jwt alone: {services.GetRequiredService<SealedSecrets>().Seal(secret)}");
        return Task.FromResult(0);
    }

    private static async Task<int> TraceAsync(IServiceProvider services, ParseResult words)
    {
        var (clientId, directory, traces) = (words.GetRequiredValue(Application), services.GetRequiredService<ClientDirectory>(), services.GetRequiredService<ClientTraces>());
        await directory.RefreshAsync(CancellationToken.None);
        if (directory.Current.Find(clientId) is null)
        {
            await Console.Error.WriteLineAsync($"There is no application '{clientId}'.");
            return 1;
        }

        var actor = AuditSubject.Operator(Environment.UserName).Value;
        if (words.GetValue(Off))
        {
            await traces.SwitchOffAsync(clientId, actor, CancellationToken.None);
            return 0;
        }

        if (words.GetValue(On))
        {
            var until = await traces.SwitchOnAsync(clientId, actor, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Requests of '{clientId}' are written down until {until:u}."));
            return 0;
        }

        foreach (var request in await traces.ListAsync(clientId, CancellationToken.None))
            Console.WriteLine(JsonSerializer.Serialize(request));
        return 0;
    }

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
