namespace Identity.Tests.Web.Support;

/// <summary>What an auditor and a supervisor see.</summary>
public sealed class AuditPageTests : ConsoleTest
{
    [Fact]
    public async Task An_auditor_reads_the_record_of_one_agent_and_proves_that_it_holds()
    {
        var agent = await Staff.HireAsync("agent");
        using var auditor = At(await Staff.HireAsync("auditor"));

        var record = await auditor.SubmitAsync(await auditor.OpenAsync("/support/audit"), ("Sign", (await Staff.SessionAsync(agent)).Staff.Sign));
        Assert.Contains("staff.joined", record.Words, StringComparison.Ordinal);

        var proved = await auditor.SubmitAsync(record with { Address = new Uri(record.Address, "/support/audit?handler=Prove") });
        Assert.Contains("Faults: 0.", proved.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AAAAAAAAAAAA")]
    public async Task Without_letters_there_is_no_record(string typed)
    {
        using var auditor = At(await Staff.HireAsync("auditor"));

        Assert.Contains("Enter the letters of the agent", (await auditor.SubmitAsync(await auditor.OpenAsync("/support/audit"), ("Sign", typed))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sees_that_nothing_is_unusual()
    {
        using var supervisor = At(await Staff.HireAsync("supervisor"));

        Assert.Contains("Nothing is unusual.", (await supervisor.OpenAsync("/support/unusual")).Words, StringComparison.Ordinal);
    }
}
