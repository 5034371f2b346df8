using System.CommandLine;
using System.Diagnostics;
using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;

namespace Identity.Web.Commands;

internal static class KeyVerbs
{
    private static readonly Argument<string> Kid = new("KID") { Description = "The key, as 'keys list' names it." };
    private static readonly Argument<string> Path = new("PATH") { Description = "Where the file is to be." };
    private static readonly Option<bool> Json = new("--json") { Description = "Write JSON." };
    private static readonly Option<string> Algorithm = new("--algorithm") { Description = "Whose key; by default the first of Keys:Algorithms." };
    private static readonly Option<bool> Now = new("--now") { Description = "Sign with the successor at once." };
    private static readonly Option<bool> Ring = new("--ring") { Description = "Renew the ring that seals everything else." };

    public static Command Make() => new("keys", "The keys that sign tokens, and the ring that seals everything else.")
    {
        new Verb("list", "Shows every key, its state and its times.", (services, words) => KeyTable.ListAsync(services, words.GetValue(Json))) { Json },
        new Verb("rotate", "Announces a successor, which signs in due time.", RotateAsync) { Algorithm, Now, Ring },
        new Verb("revoke", "Takes a signing key out of use, at once and for good.", (services, words) => RevokeAsync(services, words.GetRequiredValue(Kid))) { Kid },
        new Verb("reseal", "Closes the ring by the certificate or key file that is in use now.", (services, _) => ResealAsync(services)),
        new Verb("make-file", "Makes a key file that can close the ring.", (_, words) => MakeFileAsync(words.GetRequiredValue(Path))) { Path },
    };

    private static AuditSubject Operator => AuditSubject.Operator(Environment.UserName);

    private static async Task<int> RotateAsync(IServiceProvider services, ParseResult words)
    {
        await services.GetRequiredService<BeforeStart>().RunAsync();
        if (words.GetValue(Ring))
            return words.GetValue(Now) || words.GetValue(Algorithm) is not null
                ? await FailAsync("--ring goes alone: the ring is renewed at once, and has no algorithm to choose.")
                : await RenewRingAsync(services);

        var outcome = await services.GetRequiredService<SigningKeyKeeper>().RotateAsync(words.GetValue(Algorithm), words.GetValue(Now), Operator, CancellationToken.None);
        return outcome switch
        {
            RotateOutcome.Announced(var kid, var from) => Say($"{kid} stands in the JWKS now and signs from {Times.Show(from)}."),
            RotateOutcome.AlreadyAnnounced(var kid, var from) => Say($"{kid} is announced already and signs from {Times.Show(from)}. Nothing was changed; --now gives it the turn."),
            RotateOutcome.Turned(var kid, var announced) => Say(
                $"{kid} signs now. It stands in the JWKS since {Times.Show(announced)}: a client whose copy is older refuses new tokens until it fetches the JWKS again."),
            RotateOutcome.UnknownAlgorithm(var known) => await FailAsync($"No key is held for '{words.GetValue(Algorithm)}'. Write one of {string.Join(", ", known)}, or add it to Keys:Algorithms."),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<int> RevokeAsync(IServiceProvider services, string kid)
    {
        await services.GetRequiredService<BeforeStart>().RunAsync();
        return await services.GetRequiredService<SigningKeyKeeper>().RevokeAsync(kid, Operator, CancellationToken.None) switch
        {
            RevokeOutcome.Revoked(null) => Say($"{kid} is out of the JWKS, and nothing it signed is accepted. Clients may keep a copy of the JWKS for five minutes."),
            RevokeOutcome.Revoked({ } next) => Say(
                $"{kid} is out of the JWKS, and nothing it signed is accepted. {next} signs now. Clients may keep a copy of the JWKS for five minutes."),
            RevokeOutcome.AlreadyRevoked(var at) => await FailAsync($"{kid} was revoked already, on {Times.Show(at)}."),
            RevokeOutcome.Unknown => await FailAsync("There is no such key. The verb 'keys list' names those there are."),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<int> ResealAsync(IServiceProvider services) =>
        Say($"The ring is closed anew, {await services.GetRequiredService<RingKeeper>().ResealAsync(Operator, CancellationToken.None)} keys. "
            + "What closed it before is needed no more, but for backups that were made before.");

    private static async Task<int> RenewRingAsync(IServiceProvider services)
    {
        var keeper = services.GetRequiredService<RingKeeper>();
        var key = await keeper.BeginRenewalAsync(CancellationToken.None);
        // Until every node that serves seals with it, the others must not be refused.
        await Task.Delay(TimeSpan.FromSeconds(4), services.GetRequiredService<TimeProvider>());
        var rows = await keeper.CompleteRenewalAsync(key, Operator, CancellationToken.None);
        return Say($"The ring is renewed, and {rows} rows are sealed by {key}. Codes, refresh tokens and open forms of before are refused; sessions and subjects go on.");
    }

    private static async Task<int> MakeFileAsync(string path)
    {
        try
        {
            var id = RingKeeper.MakeFile(path);
            return Say($"{path} holds key file {id}. Keep a copy where the database is not: without it, nothing in the database opens.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"{path} was not made: {exception.Message}");
        }
    }

    private static int Say(string line)
    {
        Console.WriteLine(line);
        return 0;
    }

    private static async Task<int> FailAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return 1;
    }
}
