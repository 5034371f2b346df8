using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Storage;

namespace Identity.Tests.Domain.Accounts;

public abstract class AccountStoreTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly PersonName Name = ((PersonNameReading.Read)PersonName.Read("Alice", "O'Neill")).Name;
    private static readonly BirthDate Born = BirthDate.FromStored("1984-02-29")!; // Not null, for it is given a text.

    private AccountStore Accounts => Domain.Get<AccountStore>();

    [Fact]
    public async Task An_account_is_found_by_every_spelling_of_its_address()
    {
        var id = await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("Alice@Example.Test")));

        var found = await Accounts.FindByEmailAsync(NewAccounts.Email("ALICE@example.test"), Cancellation);

        Assert.Equal(new KnownAccount(id, "Alice@Example.Test", null, "en"), found);
        Assert.Equal(found, await Accounts.FindAsync(id, Cancellation));
        Assert.Null(await Accounts.FindByEmailAsync(NewAccounts.Email("bob@example.test"), Cancellation));
    }

    [Fact]
    public async Task An_address_has_one_account_however_many_ask_at_once()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Accounts.CreateAsync(new(NewAccounts.Email(i % 2 == 0 ? "alice@example.test" : "ALICE@example.test")), NewAccounts.Password, Cancellation)));

        Assert.Single(outcomes.OfType<CreateOutcome.Created>());
        Assert.Equal(7, outcomes.OfType<CreateOutcome.EmailTaken>().Count());
    }

    [Fact]
    public async Task Applications_may_be_told_what_was_given()
    {
        var address = new PostalAddress { StreetAddress = "1 High Street", PostalCode = "CF10 1AA" };
        var id = await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email())
        {
            Name = Name,
            BirthDate = Born,
            Address = address,
            PhoneNumber = "+442079460000",
            Locale = "cy",
        });

        var claims = await Accounts.ClaimsAsync(id, Cancellation);

        Assert.NotNull(claims);
        Assert.Equal(16, claims.SubjectSeed.Length);
        Assert.Equal(("Alice O'Neill", "Alice", "O'Neill", "1984-02-29"), (claims.Name, claims.GivenName, claims.FamilyName, claims.BirthDate?.Iso));
        Assert.Equal(("alice@example.test", true, "+442079460000", true), (claims.Email, claims.EmailVerified, claims.PhoneNumber, claims.PhoneNumberVerified));
        Assert.Equal((address, "cy", Domain.Clock.GetUtcNow()), (claims.Address, claims.Locale, claims.UpdatedAt));
        Assert.Equal("""{"street_address":"1 High Street","postal_code":"CF10 1AA"}""", claims.Address?.ToJson());
    }

    [Fact]
    public async Task What_was_not_given_is_absent_and_each_account_has_its_own_seed()
    {
        var alice = await Accounts.ClaimsAsync(await NewAccounts.CreateAsync(Domain), Cancellation);
        var bob = await Accounts.ClaimsAsync(await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email("bob@example.test"))), Cancellation);

        Assert.True(alice is { Name: null, GivenName: null, FamilyName: null, BirthDate: null, PhoneNumber: null, PhoneNumberVerified: false, Address: null });
        Assert.NotEqual(alice.SubjectSeed, bob?.SubjectSeed);
        Assert.Null(await Accounts.ClaimsAsync(Guid.Empty, Cancellation));
    }

    [Fact]
    public async Task Details_change_and_the_change_is_dated()
    {
        var id = await NewAccounts.CreateAsync(Domain);
        Domain.Clock.Advance(TimeSpan.FromDays(1));

        Assert.True(await Accounts.UpdateDetailsAsync(id, Name, Born, Cancellation));
        Assert.False(await Accounts.UpdateDetailsAsync(Guid.Empty, Name, Born, Cancellation));

        var claims = await Accounts.ClaimsAsync(id, Cancellation);
        Assert.Equal(("Alice O'Neill", "1984-02-29", Domain.Clock.GetUtcNow()), (claims?.Name, claims?.BirthDate?.Iso, claims?.UpdatedAt));
    }

    [Fact]
    public async Task Creating_and_changing_stand_in_the_citizens_own_chain_without_their_values()
    {
        var id = await NewAccounts.CreateAsync(Domain, new(NewAccounts.Email()) { Name = Name });
        await Accounts.UpdateDetailsAsync(id, Name, Born, Cancellation);
        await Accounts.CreateAsync(new(NewAccounts.Email()), NewAccounts.Password, Cancellation);

        var chain = await Domain.Database.ReadAsync(read => read.ListAsync(
            new Statement("test.chain", "SELECT event, payload FROM audit_entries WHERE subject = @subject ORDER BY seq"),
            row => (Event: row.GetString(0), Payload: row.GetString(1)), ("subject", AuditSubject.Account(id).Value)), Cancellation);

        Assert.Equal([AuditEvents.AccountCreated, AuditEvents.DetailsChanged], chain.Select(link => link.Event));
        Assert.DoesNotContain(chain, link => link.Payload.Contains("alice@", StringComparison.Ordinal) || link.Payload.Contains("1984", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short", typeof(PasswordVerdict.TooShort))]
    [InlineData("alice@example.test", typeof(PasswordVerdict.EasyToGuess))]
    [InlineData(null, typeof(PasswordVerdict.Empty))]
    public async Task A_password_that_may_not_be_used_creates_nothing(string? password, Type verdict)
    {
        var outcome = await Accounts.CreateAsync(new(NewAccounts.Email()), password, Cancellation);

        Assert.IsType(verdict, Assert.IsType<CreateOutcome.PasswordRefused>(outcome).Verdict);
        Assert.Null(await Accounts.FindByEmailAsync(NewAccounts.Email(), Cancellation));
    }

    public sealed class OnSqlite() : AccountStoreTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : AccountStoreTests(StorageProvider.Postgres);
}
