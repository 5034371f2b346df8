using Identity.Domain.Audit;
using Identity.Domain.Audit.Export;
using Identity.Domain.Storage;
using Identity.Domain.Support.Oversight;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>A record leaves the house by two people, neither of whom it is about.</summary>
public abstract class RecordExportTests(StorageProvider provider) : SupportTest(provider)
{
    private const string Words = "asked for by the data protection officer";

    private RecordExports Exports => Domain.Get<RecordExports>();

    [Fact]
    public async Task One_auditor_asks_another_agrees_and_what_is_taken_proves_itself()
    {
        var (first, second, subject) = await PeopleAsync();
        await AskAsync(first, subject);

        var asked = Assert.Single(await Exports.WaitingAsync(await Staff.SessionAsync(second), Cancellation));
        Assert.True(await DecideAsync(second, asked.Id));
        var taken = await FetchAsync(first, asked.Id);

        var report = await ExportVerifier.VerifyAsync(new StringReader(taken ?? ""), Cancellation);
        Assert.Empty(report.Faults);
        Assert.NotEqual(0, report.Links);
        // Whose record it is reads in it that it was taken.
        Assert.Contains(AuditEvents.Exported, taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_agrees_with_themselves()
    {
        var (first, _, subject) = await PeopleAsync();
        await AskAsync(first, subject);
        var own = Assert.Single(await Exports.OwnAsync(await Staff.SessionAsync(first), Cancellation));

        Assert.Empty(await Exports.WaitingAsync(await Staff.SessionAsync(first), Cancellation));
        Assert.False(await DecideAsync(first, own.Id));
        Assert.Null(await FetchAsync(first, own.Id));
    }

    [Fact]
    public async Task Whom_it_is_about_does_not_agree_to_it()
    {
        var (first, second, _) = await PeopleAsync();
        await AskAsync(first, AuditSubject.Staff(second.Id));
        var asked = Assert.Single(await Exports.OwnAsync(await Staff.SessionAsync(first), Cancellation));

        Assert.Empty(await Exports.WaitingAsync(await Staff.SessionAsync(second), Cancellation));
        Assert.False(await DecideAsync(second, asked.Id));
    }

    [Fact]
    public async Task What_was_declined_is_not_taken()
    {
        var (first, second, subject) = await PeopleAsync();
        await AskAsync(first, subject);
        var asked = Assert.Single(await Exports.WaitingAsync(await Staff.SessionAsync(second), Cancellation));

        Assert.True(await DecideAsync(second, asked.Id, approve: false));

        Assert.Null(await FetchAsync(first, asked.Id));
        Assert.False(await DecideAsync(second, asked.Id));
        Assert.Empty(await Exports.OwnAsync(await Staff.SessionAsync(first), Cancellation));
    }

    [Fact]
    public async Task Another_than_who_asked_takes_nothing()
    {
        var (first, second, subject) = await PeopleAsync();
        await AskAsync(first, subject);
        var asked = Assert.Single(await Exports.WaitingAsync(await Staff.SessionAsync(second), Cancellation));
        await DecideAsync(second, asked.Id);

        Assert.Null(await FetchAsync(second, asked.Id));
    }

    [Fact]
    public async Task After_a_day_it_is_over()
    {
        var (first, second, subject) = await PeopleAsync();
        await AskAsync(first, subject);
        var asked = Assert.Single(await Exports.WaitingAsync(await Staff.SessionAsync(second), Cancellation));
        await DecideAsync(second, asked.Id);

        Domain.Clock.Advance(RecordExports.Life);

        Assert.Null(await FetchAsync(await Staff.ReturnAsync(first), asked.Id));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("operator")]
    public async Task Only_auditors_ask(string role) =>
        Assert.False(await Exports.AskAsync(await Staff.SessionAsync(await Staff.HireAsync(role)), new AuditSubject("account:alice"), Words, Cancellation));

    private async Task<(TestStaff.Employed First, TestStaff.Employed Second, AuditSubject Subject)> PeopleAsync() =>
        (await Staff.HireAsync("auditor"), await Staff.HireAsync("auditor"), AuditSubject.Staff((await Staff.HireAsync("agent")).Id));

    private async Task AskAsync(TestStaff.Employed staff, AuditSubject subject) => Assert.True(await Exports.AskAsync(await Staff.SessionAsync(staff), subject, Words, Cancellation));

    private async Task<bool> DecideAsync(TestStaff.Employed staff, Guid id, bool approve = true) => await Exports.DecideAsync(await Staff.SessionAsync(staff), id, approve, Cancellation);

    private async Task<string?> FetchAsync(TestStaff.Employed staff, Guid id)
    {
        await using var writer = new StringWriter();
        return await Exports.FetchAsync(await Staff.SessionAsync(staff), id, writer, Cancellation) ? writer.ToString() : null;
    }
}

public sealed class SqliteRecordExportTests() : RecordExportTests(StorageProvider.Sqlite);

public sealed class PostgresRecordExportTests() : RecordExportTests(StorageProvider.Postgres);
