using Identity.Domain.Audit;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Identity.Tests.Domain.Credentials;
using Microsoft.Extensions.Hosting;

namespace Identity.Tests.Domain.Verification.Record;

public abstract class IdentityRecordTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly Statement Sealed = new("test.sealed", "SELECT sealed FROM evidence");

    private IdentityRecord Record => Domain.Get<IdentityRecord>();

    [Fact]
    public async Task Proof_gives_a_level_and_its_owner_is_told()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        Assert.Null((await StandingAsync(alice)).Granted);

        Assert.IsType<AddOutcome.Added>(await AddAsync(alice, Passport));

        var standing = await StandingAsync(alice);
        Assert.Equal(("high", "H1A"), (standing.Granted?.Level.Name, standing.Granted?.Profile));
        Assert.Equal("Archer", standing.Claims[ClaimNames.FamilyName]);
        Assert.Equal("P0", (await Record.StandingAsync(alice.Account.Id, "nhs", Cancellation)).Granted?.Level.Name);
        Assert.Equal([AuditEvents.EvidenceAdded], await alice.EventsAsync());
        await ToldAsync(RecordMessages.Proved);
    }

    [Fact]
    public async Task What_evidence_says_of_a_person_is_sealed_where_it_lies()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Passport);

        var row = Assert.Single(await Domain.Database.ReadAsync(read => read.ListAsync(Sealed, found => (byte[])found[0]), Cancellation));

        Assert.DoesNotContain("Archer", System.Text.Encoding.UTF8.GetString(row), StringComparison.Ordinal);
        var held = Assert.Single((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence);
        Assert.DoesNotContain("123456789", held.Piece, StringComparison.Ordinal);
        Assert.Equal(Passport.Checks, held.Checks);
    }

    [Fact]
    public async Task Proof_that_is_taken_back_counts_at_once_for_nothing()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Passport);
        var held = Assert.Single((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence);
        var bob = await SignedInCitizen.CreateAsync(Domain, "bob@example.test");

        Assert.False(await Record.RevokeAsync(bob.Account.Id, held.Id, "staff:1", Cancellation)); // Not his.
        Assert.True(await Record.RevokeAsync(alice.Account.Id, held.Id, "staff:1", Cancellation));
        Assert.False(await Record.RevokeAsync(alice.Account.Id, held.Id, "staff:1", Cancellation));

        Assert.Null((await StandingAsync(alice)).Granted);
        Assert.Equal([AuditEvents.EvidenceAdded, AuditEvents.EvidenceRevoked], await alice.EventsAsync());
        await ToldAsync(RecordMessages.Revoked);
        // Nor does it keep its owner from proving the same at another account.
        Assert.IsType<AddOutcome.Added>(await AddAsync(bob, Passport));
    }

    [Fact]
    public async Task Proof_of_somebody_else_is_not_kept_and_is_remembered()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Passport);
        var stolen = Saying(Passport, ClaimNames.FamilyName, "Baker") with { Number = "GBR 987654321", Scores = new(4, 4, 0, 3, 4) };

        Assert.IsType<AddOutcome.OtherPerson>(await AddAsync(alice, stolen));

        var standing = await StandingAsync(alice);
        Assert.Equal(("medium", true), (standing.Granted?.Level.Name, standing.IsHeldBack)); // What was tried weighs against them.
        Assert.Single((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence);
        Assert.Equal([AuditEvents.EvidenceAdded, AuditEvents.EvidenceRefused], await alice.EventsAsync());
        await ToldAsync(RecordMessages.OtherPerson);
    }

    [Fact]
    public async Task Evidence_of_two_persons_in_one_is_refused_as_a_whole()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        Assert.IsType<AddOutcome.OtherPerson>(await AddAsync(alice, Passport, Saying(Bank, ClaimNames.BirthDate, "1990-01-01")));

        Assert.Empty((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence);
    }

    [Theory]
    [InlineData("GBR123456789")]
    [InlineData("gbr 123-456-789")]
    public async Task One_person_is_not_proven_at_two_accounts(string number)
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var again = await SignedInCitizen.CreateAsync(Domain, "alice.archer@example.test");
        await AddAsync(alice, Passport);

        Assert.IsType<AddOutcome.ProvenElsewhere>(await AddAsync(again, Saying(Passport, ClaimNames.GivenName, "Alice Mary") with { Number = number }));

        Assert.Null((await StandingAsync(again)).Granted);
        Assert.Equal("high", (await StandingAsync(alice)).Granted?.Level.Name);
        await ToldAsync(RecordMessages.Elsewhere);
    }

    [Fact]
    public async Task An_identifier_tells_one_person_as_a_number_does()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var again = await SignedInCitizen.CreateAsync(Domain, "alice.archer@example.test");
        await AddAsync(alice, Saying(Bank, ClaimNames.NhsNumber, "943 476 5919"));

        Assert.IsType<AddOutcome.ProvenElsewhere>(await AddAsync(again, Saying(Passport, ClaimNames.NhsNumber, "9434765919")));
    }

    [Fact]
    public async Task Two_who_share_a_name_and_a_birthday_are_two()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var other = await SignedInCitizen.CreateAsync(Domain, "other@example.test");
        await AddAsync(alice, Passport);

        Assert.IsType<AddOutcome.Added>(await AddAsync(other, Passport with { Number = "GBR555555555" }));
    }

    [Fact]
    public async Task A_better_check_that_comes_after_makes_up_for_what_was_found()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await Record.AddAsync(alice.Account.Id, "simulated", [Passport], [new ContraIndicator("document-stolen", "Police", Domain.Clock.GetUtcNow())], Cancellation);
        Assert.Null((await StandingAsync(alice)).Granted);
        Domain.Clock.Advance(TimeSpan.FromDays(1));

        await AddAsync(alice, Bank with { Checks = [new(CheckMethods.Data, "Bank", Domain.Clock.GetUtcNow())] });
        Assert.Null((await StandingAsync(alice)).Granted);
        await AddAsync(alice, Passport with { Checks = [new(CheckMethods.LikenessInPerson, "Desk", Domain.Clock.GetUtcNow())] });

        Assert.Equal(("high", 0), ((await StandingAsync(alice)).Granted?.Level.Name, (await StandingAsync(alice)).Against));
    }

    [Fact]
    public async Task What_was_found_before_it_is_not_made_up_for_by_an_older_check()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        await Record.AddAsync(alice.Account.Id, "simulated", [Passport with { Checks = [new(CheckMethods.LikenessInPerson, "Desk", Domain.Clock.GetUtcNow())] }],
            [new ContraIndicator("document-stolen", "Police", Domain.Clock.GetUtcNow())], Cancellation);

        Assert.Equal(60, (await StandingAsync(alice)).Against);
    }

    [Fact]
    public async Task Evidence_that_counts_no_more_is_forgotten_after_a_while()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Passport with { Expires = Domain.Clock.GetUtcNow().AddDays(10) });
        Domain.Clock.Advance(TimeSpan.FromDays(10));
        await Domain.GetAll<IHostedService>().OfType<Pruner>().Single().PruneAsync(Cancellation);
        Assert.Equal(LeftOutReason.Expired, Assert.Single((await StandingAsync(alice)).LeftOut).Reason);

        Domain.Clock.Advance(IdentityRecord.Kept + TimeSpan.FromMilliseconds(1));
        await Domain.GetAll<IHostedService>().OfType<Pruner>().Single().PruneAsync(Cancellation);

        Assert.Empty((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence);
    }

    [Fact]
    public async Task Of_two_persons_brought_at_one_moment_one_is_kept()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        var outcomes = await Task.WhenAll(
            AddAsync(alice, Passport),
            AddAsync(alice, Saying(Bank, ClaimNames.FamilyName, "Baker")));

        Assert.Single(outcomes.OfType<AddOutcome.Added>());
        Assert.Single(outcomes.OfType<AddOutcome.OtherPerson>());
        Assert.Single((await Record.HeldAsync(alice.Account.Id, Cancellation)).Evidence);
    }

    [Fact]
    public async Task Nothing_is_kept_of_an_account_that_is_not_there()
    {
        var nobody = Guid.CreateVersion7(Domain.Clock.GetUtcNow());

        Assert.IsType<AddOutcome.NoAccount>(await Record.AddAsync(nobody, "simulated", [Passport], [], Cancellation));

        Assert.Empty((await Record.HeldAsync(nobody, Cancellation)).Evidence);
    }

    private Evidence Passport => new()
    {
        Type = EvidenceType.Document,
        Kind = "passport",
        Number = "GBR 123456789",
        Scores = new(4, 3, 0, 1, 3),
        Checks = [new(CheckMethods.Cryptography, "Passport Office", Domain.Clock.GetUtcNow())],
        Claims = new Dictionary<string, string> { [ClaimNames.GivenName] = "Alice", [ClaimNames.FamilyName] = "Archer", [ClaimNames.BirthDate] = "1984-02-29" },
    };

    private Evidence Bank => Passport with { Type = EvidenceType.ElectronicRecord, Kind = "bank_account", Number = "12345678", Scores = new(3, 2, 2, 1, 2) };

    private static Evidence Saying(Evidence evidence, string claim, string value) => evidence with { Claims = new Dictionary<string, string>(evidence.Claims) { [claim] = value } };

    private Task<AddOutcome> AddAsync(SignedInCitizen citizen, params IReadOnlyList<Evidence> evidence) =>
        Record.AddAsync(citizen.Account.Id, "simulated", evidence, [], Cancellation);

    private Task<Standing> StandingAsync(SignedInCitizen citizen) => Record.StandingAsync(citizen.Account.Id, "gpg45", Cancellation);

    // The outbox delivers beside the test.
    private async Task ToldAsync(string template)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if ((await Domain.Get<Mailbox>().ListAsync(Cancellation)).Any(message => message.Subject == template))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        Assert.Fail($"Nobody was told of {template}.");
    }

    public sealed class OnSqlite() : IdentityRecordTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : IdentityRecordTests(StorageProvider.Postgres);
}
