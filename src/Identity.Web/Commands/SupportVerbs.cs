using System.CommandLine;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Support;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Web.Commands;

internal static class SupportVerbs
{
    private static readonly Argument<string> FirstEmail = new("EMAIL") { Description = "The first operator's address at work." };
    private static readonly Argument<string> FirstName = new("NAME") { Description = "Their name." };
    private static readonly Argument<string> SecondEmail = new("EMAIL2") { Description = "The second operator's address at work." };
    private static readonly Argument<string> SecondName = new("NAME2") { Description = "Their name." };
    private static readonly Option<bool> Again = new("--again") { Description = "Say that you know: operators are in office, and cannot invite these two." };

    public static Command Make() => new("support", "The staff of the support console.")
    {
        new Verb("invite", "Invites the first two operators, each the other's witness.", (services, words) => InviteAsync(services,
            (words.GetRequiredValue(FirstEmail), words.GetRequiredValue(FirstName)), (words.GetRequiredValue(SecondEmail), words.GetRequiredValue(SecondName)),
            words.GetValue(Again))) { FirstEmail, FirstName, SecondEmail, SecondName, Again },
    };

    private static async Task<int> InviteAsync(IServiceProvider services, (string Email, string Name) first, (string Email, string Name) second, bool again)
    {
        if (Read(first) is not { } one)
            return await FailAsync($"'{first.Email}' with '{first.Name}' is nobody to invite. Write an e-mail address and a name of at most {Invitee.LongestName} characters.");
        if (Read(second) is not { } other)
            return await FailAsync($"'{second.Email}' with '{second.Name}' is nobody to invite. Write an e-mail address and a name of at most {Invitee.LongestName} characters.");

        var invitations = services.GetRequiredService<StaffInvitations>();
        if (!again && await invitations.OperatorsAsync(CancellationToken.None) is > 1 and var operators)
            return await FailAsync($"{operators} operators are in office: they invite whoever comes next, in the console. Write --again when none of them can.");

        var invited = await invitations.InvitePairAsync(one, other, AuditSubject.Operator(Environment.UserName), CancellationToken.None);
        if (invited is not [InviteOutcome.Invited a, InviteOutcome.Invited b])
            return await FailAsync("Nobody was invited: one of these addresses stands with somebody who is here, or the two are the same.");

        var join = services.GetRequiredService<IOptions<SupportOptions>>().Value.ToOrigin() is { } origin ? new Uri(origin, "/support/join").ToString() : "/support/join of the console, once Support:Port is set";
        Console.WriteLine($"{first.Name}: {a.Code.Grouped}");
        Console.WriteLine($"{second.Name}: {b.Code.Grouped}");
        Console.WriteLine($"Tell each their own code. It works once, until {Times.Show(a.Until)}, at {join}.");
        return 0;
    }

    private static Invitee? Read((string Email, string Name) words) =>
        EmailAddress.Read(words.Email) is EmailReading.Read(var address) && words.Name.Trim() is { Length: > 0 and <= Invitee.LongestName } name
            ? new Invitee(address, name, RoleTable.Operator)
            : null;

    private static async Task<int> FailAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return 1;
    }
}
