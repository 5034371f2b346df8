using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Desk;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>What somebody at a desk confirms becomes evidence, worth what GPG 45 says it is.</summary>
public abstract class DeskProofTests(StorageProvider storage) : DeskTest(storage)
{
    [Fact]
    public async Task The_desk_sees_what_was_claimed_and_nothing_else()
    {
        var opening = await OpenedAsync(Code(await WaitingAsync()).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));

        Assert.Equal(new DeskFile(DeskSubject.Proof, "Alice Archer", "1984-02-29", "1 High Street, Cardiff, CF10 1AA"),
            await Provider.Get<DeskDecisions>().FindAsync(await Staff.SessionAsync(Bella), opening, Cancellation));
        Assert.Null(await Provider.Get<DeskDecisions>().FindAsync(await Staff.SessionAsync(await Staff.HireAsync("desk")), opening, Cancellation));
    }

    [Fact]
    public async Task A_passport_compared_is_evidence_and_stands_on_both_chains()
    {
        var run = await WaitingAsync();

        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(run, Passport));

        Assert.Equal(RunStatus.Proven, (await NowAsync(run)).Status);
        var piece = Assert.Single((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
        Assert.Equal((EvidenceType.Document, "passport", new EvidenceScores(3, 2, 0, 0, 3)), (piece.Type, piece.Kind, piece.Scores));
        Assert.DoesNotContain(ClaimNames.Address, piece.Claims.Keys);
        Assert.Equal("low", (await Provider.Get<IdentityRecord>().StandingAsync(Alice, "gpg45", Cancellation)).Granted?.Level.Name);
        foreach (var chain in new[] { AuditSubject.Account(Alice), AuditSubject.Staff(Bella.Id) })
            Assert.Equal([AuditEvents.DeskCompared, AuditEvents.DeskOpened], (await HistoryAsync(chain)).Select(entry => entry.Event).Order(StringComparer.Ordinal));
        await ToldAsync("Proof of who you are was added");
    }

    [Theory]
    [InlineData(DeskDocument.PassportWithChip, 4, 3)]
    [InlineData(DeskDocument.DrivingLicence, 3, 3)]
    [InlineData(DeskDocument.BirthCertificate, 2, 0)]
    public async Task A_document_is_worth_what_it_is_and_nobody_is_likened_to_a_certificate(DeskDocument document, int strength, int verification)
    {
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(await WaitingAsync(), Passport with { Document = document }));

        var piece = Assert.Single((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
        Assert.Equal(new EvidenceScores(strength, 2, 0, 0, verification), piece.Scores);
        Assert.Equal(verification > 0, piece.Checks.Any(check => check.Method == CheckMethods.LikenessInPerson));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 2)]
    public async Task A_vouch_is_evidence_too_and_counts_for_more_the_longer_they_are_known(int years, int activity)
    {
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(await WaitingAsync(), Word with { Years = years }));

        var piece = Assert.Single((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
        Assert.Equal((EvidenceType.Vouch, new EvidenceScores(2, 2, activity, 0, 2)), (piece.Type, piece.Scores));
    }

    [Theory]
    [InlineData(DeskDoubt.Details, RefusalReason.NotMatched)]
    [InlineData(DeskDoubt.Likeness, RefusalReason.LikenessNotMatched)]
    [InlineData(DeskDoubt.OutOfDate, RefusalReason.DocumentExpired)]
    [InlineData(DeskDoubt.NotGenuine, RefusalReason.DocumentNotAccepted)]
    [InlineData(DeskDoubt.Nothing, RefusalReason.Declined)]
    public async Task What_cannot_be_confirmed_ends_without_evidence(DeskDoubt doubt, RefusalReason reason)
    {
        var run = await WaitingAsync();

        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(run, new DeskFinding.Declined(doubt)));

        Assert.Equal((RunStatus.Refused, reason), ((await NowAsync(run)).Status, (await NowAsync(run)).Reason));
        Assert.Empty((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
        Assert.Contains(await HistoryAsync(AuditSubject.Account(Alice)), entry => entry.Event == AuditEvents.DeskDeclined);
    }

    [Fact]
    public async Task For_a_high_level_a_second_person_confirms_by_a_new_code()
    {
        var run = await WaitingAsync("gpg45:high");
        var first = Code(run);

        Assert.IsType<DeskOutcome.SecondNeeded>(await ConfirmAsync(run, Passport));
        run = await NowAsync(run);
        Assert.Empty((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
        Assert.IsType<DeskOutcome.Unknown>(await OpenAsync(first, await Staff.HireAsync("desk")));
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(run, Word, await Staff.HireAsync("desk")));

        Assert.Equal(RunStatus.Proven, (await NowAsync(run)).Status);
        Assert.Equal(["digital_attestation", "passport"], (await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence.Select(piece => piece.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_who_saw_one_document_saw_one_piece()
    {
        var run = await WaitingAsync("gpg45:high");
        await ConfirmAsync(run, Passport);

        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(await NowAsync(run), Passport, await Staff.HireAsync("desk")));

        Assert.Equal(4, Assert.Single((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence).Checks.Count);
    }

    [Fact]
    public async Task The_same_person_is_not_the_second_too_at_the_desk_or_before_the_verifier()
    {
        var run = await WaitingAsync("gpg45:high");
        await ConfirmAsync(run, Passport);
        run = await NowAsync(run);

        Refused(DeskConflict.Already, await OpenAsync(Code(run)));
        var session = await Staff.SessionAsync(Bella);
        var delivered = Went(await Verifications.DeliverAsync("in-person", Code(run), session.Staff.Subject.Value, Word.Values(), Cancellation));

        Assert.Equal((RunStatus.Running, Code(run)), (delivered.Status, Code(delivered)));
        Assert.Empty((await Provider.Get<IdentityRecord>().HeldAsync(Alice, Cancellation)).Evidence);
    }

    [Fact]
    public async Task One_document_at_two_accounts_is_one_person()
    {
        await ConfirmAsync(await WaitingAsync(), Passport);
        var again = await Provider.CreateAccountAsync("again@example.test");
        var run = await WaitingAsync(account: again);

        await ConfirmAsync(run, Passport);

        Assert.Equal(RunStatus.ProvenElsewhere, (await NowAsync(run, again)).Status);
    }

    public sealed class OnSqlite() : DeskProofTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : DeskProofTests(StorageProvider.Postgres);
}

internal static class Findings
{
    /// <summary>What a verifier would be told of a vouch.</summary>
    public static IReadOnlyDictionary<string, string> Values(this DeskFinding.Vouched word) => new Dictionary<string, string>
    {
        ["result"] = "vouch",
        ["how"] = word.How,
        ["years"] = $"{word.Years}",
        ["relative"] = word.IsRelative ? "true" : "false",
        ["details"] = "true",
    };
}
