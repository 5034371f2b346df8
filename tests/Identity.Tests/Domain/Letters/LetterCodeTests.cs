using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Letters;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Letters;

public abstract class LetterCodeTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private const string Purpose = "recovery";

    private LetterCodes Letters => Domain.Get<LetterCodes>();

    [Fact]
    public async Task The_code_in_the_letter_confirms_the_address_once_and_as_it_is_typed()
    {
        var alice = await CreateAsync();

        var code = await SendAsync(alice);

        Assert.Equal(11, code.Length);
        Assert.Equal(new LetterCodeOutcome.Confirmed(), await CheckAsync(alice, $" {code.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.Equal(new LetterCodeOutcome.AlreadyUsed(), await CheckAsync(alice, code));
    }

    [Fact]
    public async Task It_works_for_thirty_days()
    {
        var alice = await CreateAsync();
        var code = await SendAsync(alice);
        Domain.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(new LetterCodeOutcome.Expired(), await CheckAsync(alice, code));
    }

    [Fact]
    public async Task After_five_wrong_ones_it_rests_a_day_and_the_right_one_too()
    {
        var alice = await CreateAsync();
        var code = await SendAsync(alice);
        for (var i = 0; i < 4; i++)
            Assert.Equal(new LetterCodeOutcome.Wrong(), await CheckAsync(alice, "00000-00000"));

        var until = Domain.Clock.GetUtcNow().AddDays(1);
        Assert.Equal(new LetterCodeOutcome.TooManyAttempts(until), await CheckAsync(alice, "nonsense"));
        Domain.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(new LetterCodeOutcome.TooManyAttempts(until), await CheckAsync(alice, code));
        Domain.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new LetterCodeOutcome.Confirmed(), await CheckAsync(alice, code));
    }

    [Fact]
    public async Task Nothing_typed_costs_no_try()
    {
        var alice = await CreateAsync();
        var code = await SendAsync(alice);
        for (var i = 0; i < 10; i++)
            Assert.Equal(new LetterCodeOutcome.Empty(), await CheckAsync(alice, " - "));

        Assert.Equal(new LetterCodeOutcome.Confirmed(), await CheckAsync(alice, code));
    }

    [Fact]
    public async Task It_is_good_for_one_purpose_and_one_account()
    {
        var (alice, bob) = (await CreateAsync(), await CreateAsync("bob@example.test"));
        var code = await SendAsync(alice);

        Assert.Equal(new LetterCodeOutcome.Expired(), await Letters.CheckAsync(alice, "another-purpose", code, Cancellation));
        Assert.Equal(new LetterCodeOutcome.Expired(), await CheckAsync(bob, code));
        Assert.Equal(new LetterCodeOutcome.Confirmed(), await CheckAsync(alice, code));
    }

    [Fact]
    public async Task Two_letters_go_out_in_thirty_days_and_the_first_still_works()
    {
        var alice = await CreateAsync();
        var began = Domain.Clock.GetUtcNow();
        var first = await SendAsync(alice);
        Domain.Clock.Advance(TimeSpan.FromDays(3));
        await SendAsync(alice);

        Assert.Equal(new LetterSendOutcome.TooManySent(began.AddDays(30)), await Letters.SendAsync(alice, "another-purpose", Cancellation));
        Assert.Equal(new LetterCodeOutcome.Confirmed(), await CheckAsync(alice, first));
    }

    [Fact]
    public async Task Without_an_address_none_is_sent()
    {
        var alice = await NewAccounts.CreateAsync(Domain);

        Assert.Equal(new LetterSendOutcome.NoAddress(), await Letters.SendAsync(alice, Purpose, Cancellation));
        Assert.Equal(new LetterSendOutcome.NoAddress(), await Letters.SendAsync(Guid.Empty, Purpose, Cancellation));
    }

    private Task<Guid> CreateAsync(string email = "alice@example.test") => NewAccounts.CreateAsync(Domain, new(NewAccounts.Email(email))
    {
        Name = Assert.IsType<PersonNameReading.Read>(PersonName.Read("Alice", "Archer")).Name,
        Address = new PostalAddress { StreetAddress = "1 High Street", Locality = "Cardiff", PostalCode = "CF10 1AA" },
    });

    private Task<LetterCodeOutcome> CheckAsync(Guid account, string typed) => Letters.CheckAsync(account, Purpose, typed, Cancellation);

    private async Task<string> SendAsync(Guid account)
    {
        Assert.Equal(new LetterSendOutcome.Sent(Domain.Clock.GetUtcNow() + LetterCodes.Life), await Letters.SendAsync(account, Purpose, Cancellation));
        var letter = await Mailboxes.NextAsync(Domain, Cancellation);
        Assert.Equal((MessageChannel.Letter, "Alice Archer\n1 High Street\nCardiff\nCF10 1AA"), (letter.Channel, letter.Destination));
        return letter.Body.Split(',')[1].Trim(' ', ']');
    }

    public sealed class OnSqlite() : LetterCodeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : LetterCodeTests(StorageProvider.Postgres);
}
