using System.CommandLine;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.SignInIds;

namespace Identity.Web.Commands;

internal static class AccountVerbs
{
    private static readonly Argument<string> Account = new("ACCOUNT") { Description = "Its id, e-mail address or sign-in ID." };
    private static readonly Argument<string> Reason = new("REASON") { Description = $"What its owner is told: {Reasons}." };

    public static Command Make() => new("accounts", "The accounts of citizens.")
    {
        new Verb("hold", "Lets nobody sign in to an account, and ends its sessions.",
            (services, words) => HoldAsync(services, words.GetRequiredValue(Account), words.GetRequiredValue(Reason))) { Account, Reason },
        new Verb("release", "Lets its owner sign in again.", (services, words) => ReleaseAsync(services, words.GetRequiredValue(Account))) { Account },
    };

    private static string Reasons => string.Join(", ", Enum.GetNames<HoldReason>()).ToLowerInvariant();

    private static async Task<int> HoldAsync(IServiceProvider services, string words, string reason)
    {
        if (!Enum.TryParse<HoldReason>(reason, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return await FailAsync($"'{reason}' is no reason. Write one of {Reasons}.");
        if (await AccountAsync(services, words) is not { } account)
            return await FailAsync("There is no such account.");

        var held = await services.GetRequiredService<AccountHolds>().HoldAsync(account, known, Operator, CancellationToken.None);
        Console.WriteLine(held ? "The account is held. Its sessions have ended, and its owner is told." : "The account is held already.");
        return 0;
    }

    private static async Task<int> ReleaseAsync(IServiceProvider services, string words)
    {
        if (await AccountAsync(services, words) is not { } account)
            return await FailAsync("There is no such account.");

        var released = await services.GetRequiredService<AccountHolds>().ReleaseAsync(account, Operator, CancellationToken.None);
        Console.WriteLine(released ? "The account is released, and its owner is told." : "The account is not held.");
        return 0;
    }

    private static string Operator => AuditSubject.Operator(Environment.UserName).Value;

    private static async Task<KnownAccount?> AccountAsync(IServiceProvider services, string words)
    {
        var accounts = services.GetRequiredService<AccountStore>();
        return Guid.TryParse(words, out var id) ? await accounts.FindAsync(id, CancellationToken.None)
            : EmailAddress.Read(words) is EmailReading.Read(var email) ? await accounts.FindByEmailAsync(email, CancellationToken.None)
            : await services.GetRequiredService<SignInIds>().FindAsync(words, CancellationToken.None);
    }

    private static async Task<int> FailAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return 1;
    }
}
