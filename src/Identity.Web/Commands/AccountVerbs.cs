using Identity.Domain.Accounts;
using Identity.Domain.Audit;

namespace Identity.Web.Commands;

/// <summary><c>accounts hold ACCOUNT REASON</c> and <c>accounts release ACCOUNT</c>; the account by its id or e-mail address.</summary>
internal static class AccountVerbs
{
    public const string Usage = "accounts hold ACCOUNT REASON, accounts release ACCOUNT";

    /// <returns>The verb, or null when the words are another.</returns>
    public static Func<IServiceProvider, Task<int>>? Find(string[] words) => words switch
    {
        ["accounts", "hold", var account, var reason] => services => HoldAsync(services, account, reason),
        ["accounts", "release", var account] => services => ReleaseAsync(services, account),
        _ => null,
    };

    private static async Task<int> HoldAsync(IServiceProvider services, string words, string reason)
    {
        if (!Enum.TryParse<HoldReason>(reason, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return await FailAsync($"'{reason}' is no reason. Write one of {string.Join(", ", Enum.GetNames<HoldReason>()).ToLowerInvariant()}.");
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
            : null;
    }

    private static async Task<int> FailAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return 1;
    }
}
