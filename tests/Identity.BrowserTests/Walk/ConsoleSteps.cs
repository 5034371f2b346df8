using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.BrowserTests.Walk;

/// <summary>How somebody of staff comes to a page: what it takes is done beside the browser.</summary>
internal static class ConsoleSteps
{
    private const string Reason = "She called and cannot sign in.";

    /// <summary>Somebody in a role, who has just used their passkey.</summary>
    public static async Task<TestStaff.Employed> EmployedAsync(this Walker walker, string role)
    {
        var (first, _) = await walker.Provider.Staff.FoundAsync();
        return role == RoleTable.Operator ? await walker.Provider.Staff.ReturnAsync(first) : await walker.Provider.Staff.HireAsync(role, $"{role}-{walker.Email}");
    }

    public static async Task AsAsync(this Walker walker, string role, string path) => await walker.WorkAsync((await walker.EmployedAsync(role)).Key, path);

    /// <summary>Has looked an account up.</summary>
    public static async Task LookedAsync(this Walker walker, string path, string role = "agent")
    {
        var staff = await walker.EmployedAsync(role);
        await walker.WorkAsync(staff.Key, $"/support/accounts/{await walker.LookAsync(staff):D}{path}");
    }

    /// <summary>Has a case.</summary>
    public static async Task CaseAsync(this Walker walker, string path)
    {
        var staff = await walker.EmployedAsync("agent");
        var reference = await walker.Provider.Get<CaseWork>().OpenAsync(
            await walker.Provider.Staff.SessionAsync(staff), await walker.LookAsync(staff), Reason, CancellationToken.None);
        await walker.WorkAsync(staff.Key, $"/support/cases/{reference}{path}");
    }

    /// <summary>Has somebody before them who showed a code.</summary>
    public static async Task OpenedAsync(this Walker walker, string path)
    {
        var staff = await walker.EmployedAsync("desk");
        var opened = (DeskOutcome.Opened)await walker.Provider.Get<DeskWork>().OpenAsync(await walker.Provider.Staff.SessionAsync(staff), await walker.CodeToShowAsync(), CancellationToken.None);
        await walker.WorkAsync(staff.Key, $"/support/desk/{opened.Opening:D}{path}");
    }

    private static async Task<Guid> LookAsync(this Walker walker, TestStaff.Employed staff)
    {
        await walker.Provider.CreateAccountAsync(walker.Email);
        var looked = await walker.Provider.Get<AccountLookup>().FindAsync(await walker.Provider.Staff.SessionAsync(staff),
            new LookRequest(LookBy.Email, walker.Email, LookReason.Caller, Reason), CancellationToken.None);
        return ((LookOutcome.Opened)looked).Look;
    }

    private static async Task<string> CodeToShowAsync(this Walker walker)
    {
        var citizen = (await walker.Provider.CreateAccountAsync(walker.Email)).Id;
        var verifications = walker.Provider.Get<Verifications>();
        var details = await walker.Provider.Get<VerificationRoutes>().DetailsAsync(citizen, "in-person", CancellationToken.None);
        var begun = (RunOutcome.Went)await verifications.BeginAsync(citizen, "in-person", details, new RunPurpose("gpg45:low", null, "en"), CancellationToken.None);
        var waiting = (RunOutcome.Went)await verifications.ContinueAsync(begun.Run.Id, new RunHolder.Owner(citizen), begun.Run.Version,
            new StepAnswer.Fields(new Dictionary<string, string> { [ClaimNames.Address] = "1 High Street" }), CancellationToken.None);
        return ((VerificationStep.Wait)waiting.Run.Step!).Handle ?? ""; // It waits with a code.
    }
}
