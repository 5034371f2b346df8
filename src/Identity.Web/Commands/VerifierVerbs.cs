using System.CommandLine;
using Identity.Domain.Verification.Runs;

namespace Identity.Web.Commands;

internal static class VerifierVerbs
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The verifier's name." };

    public static Command Make() => new("verifiers", "Ways to prove who one is.")
    {
        new Verb("list", "Lists those that are offered, and says which are closed.", (services, _) => ListAsync(services)),
        new Verb("reopen", "Offers one again that was closed because it gave more than it may.", (services, words) => ReopenAsync(services, words.GetRequiredValue(Name))) { Name },
    };

    private static async Task<int> ListAsync(IServiceProvider services)
    {
        var closed = await services.GetRequiredService<VerifierClosures>().ClosedAsync(CancellationToken.None);
        foreach (var verifier in services.GetRequiredService<OfferedVerifiers>().All.Select(verifier => verifier.Manifest).OrderBy(manifest => manifest.Name, StringComparer.Ordinal))
            Console.WriteLine($"{verifier.Name}: {verifier.Minutes} minutes, gives {string.Join(", ", verifier.Gives.Select(offer => offer.Type))}{(closed.Contains(verifier.Name) ? ", closed" : "")}");
        return 0;
    }

    private static async Task<int> ReopenAsync(IServiceProvider services, string name)
    {
        if (!await services.GetRequiredService<VerifierClosures>().ReopenAsync(name, $"operator:{Environment.UserName}", CancellationToken.None))
        {
            await Console.Error.WriteLineAsync($"'{name}' is not closed.");
            return 1;
        }

        Console.WriteLine($"{name} is offered again.");
        return 0;
    }
}
