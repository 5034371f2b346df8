using System.Text.RegularExpressions;
using Identity.Domain.Audit.Export;

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
    [InlineData("AAAAAAAAAAAAA")]
    public async Task Without_letters_there_is_no_record(string typed)
    {
        using var auditor = At(await Staff.HireAsync("auditor"));

        Assert.Contains("Enter the letters of the agent", (await auditor.SubmitAsync(await auditor.OpenAsync("/support/audit"), ("Sign", typed))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_lead_to_no_record_are_said_to_and_stay()
    {
        using var auditor = At(await Staff.HireAsync("auditor"));

        var page = await auditor.SubmitAsync(await auditor.OpenAsync("/support/audit"), ("Sign", "ZZZZZ"));

        Assert.Contains("Nobody has these letters", page.Words, StringComparison.Ordinal);
        Assert.Equal("ZZZZZ", page.Field("Sign"));
    }

    [Fact]
    public async Task A_supervisor_sees_that_nothing_is_unusual()
    {
        using var supervisor = At(await Staff.HireAsync("supervisor"));

        Assert.Contains("Nothing is unusual.", (await supervisor.OpenAsync("/support/unusual")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_leaves_as_a_file_once_another_auditor_agreed()
    {
        var agent = await Staff.SessionAsync(await Staff.HireAsync("agent"));
        using var first = At(await Staff.HireAsync("auditor"));
        using var second = At(await Staff.HireAsync("auditor"));

        var asked = await first.SubmitAsync(await first.OpenAsync("/support/exports"), ("Sign", agent.Staff.Sign), ("Words", "asked for by the data officer"));
        Assert.Contains("Another auditor has to agree within a day.", asked.Words, StringComparison.Ordinal);

        var waiting = await second.OpenAsync("/support/exports");
        var id = Regex.Match(waiting.Html, "name=\"Export\" value=\"([^\"]+)\"").Groups[1].Value;
        await second.SubmitAsync(waiting with { Address = new Uri(waiting.Address, "/support/exports?handler=Approve") }, ("Export", id));
        var ready = await first.OpenAsync("/support/exports");
        Assert.Contains("Another auditor agreed.", ready.Words, StringComparison.Ordinal);

        using var answer = await first.PostAsync("/support/exports?handler=Fetch", [.. ready.Hidden, KeyValuePair.Create("Export", id)]);
        Assert.Equal("application/jsonl", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StringReader(await answer.Content.ReadAsStringAsync(Cancellation));
        var report = await ExportVerifier.VerifyAsync(lines, Cancellation);
        Assert.Empty(report.Faults);
        Assert.NotEqual(0, report.Links);
    }

    [Theory]
    [InlineData("NOBODY12", "asked for by the data officer", "Enter the letters of an agent")]
    [InlineData("", "asked for by the data officer", "Enter the letters of an agent")]
    [InlineData("NOBODY12", "short", "Write at least 10 characters")]
    public async Task Without_a_record_or_a_reason_nothing_is_asked_for(string sign, string words, string problem)
    {
        using var auditor = At(await Staff.HireAsync("auditor"));

        var page = await auditor.SubmitAsync(await auditor.OpenAsync("/support/exports"), ("Sign", sign), ("Words", words));

        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_senior_agent_breaks_the_glass_with_a_reason()
    {
        using var senior = At(await Staff.HireAsync("senior"));

        Assert.Contains("Write at least 10 characters", (await senior.SubmitAsync(await senior.OpenAsync("/support/break-glass"), ("Words", "no"))).Words, StringComparison.Ordinal);
        var desk = await senior.SubmitAsync(await senior.OpenAsync("/support/break-glass"), ("Words", "the ward called at night"));
        Assert.Contains("The glass is broken for half an hour.", desk.Words, StringComparison.Ordinal);
        Assert.Contains("The glass is broken for you already", (await senior.SubmitAsync(await senior.OpenAsync("/support/break-glass"), ("Words", "the ward called again"))).Words, StringComparison.Ordinal);
    }
}
