using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Phones;
using Identity.Domain.Storage;
using Identity.Tests.Domain.Credentials;

namespace Identity.Tests.Domain.Phones;

public abstract class PhoneStoreTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly PhoneNumber Mobile = new("+447400123123", TakesTexts: true);
    private static readonly PhoneNumber Landline = new("+442079460000", TakesTexts: false);

    private PhoneStore Phones => Domain.Get<PhoneStore>();

    [Fact]
    public async Task A_number_that_was_confirmed_is_theirs_and_every_contact_is_told()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        Assert.Equal(new PhoneAddOutcome.Added(), await AddAsync(alice, Mobile));

        var phone = Assert.Single(await Phones.OfAsync(alice.Account.Id, Cancellation));
        Assert.Equal((Mobile, Domain.Clock.GetUtcNow(), false), (phone.Number, phone.AddedAt, phone.IsUnreachable));
        Assert.Equal([AuditEvents.PhoneAdded], await alice.EventsAsync());
        Assert.Equal([(MessageChannel.Email, "alice@example.test"), (MessageChannel.Text, Mobile.E164)], await ToldAsync(2));
        Assert.Equal([alice.Account.Id], await Phones.OwnersAsync(Mobile, Cancellation));
    }

    [Fact]
    public async Task Applications_are_told_the_number_held_longest()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Mobile);
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(alice, Landline);
        Assert.Equal((Mobile.E164, true), await ClaimAsync(alice));

        await RemoveAsync(alice, Mobile);
        Assert.Equal((Landline.E164, true), await ClaimAsync(alice));
        await RemoveAsync(alice, Landline);
        Assert.Equal((null, false), await ClaimAsync(alice));
    }

    [Fact]
    public async Task A_number_that_is_removed_hears_of_it_and_of_what_follows_for_a_month()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Mobile);
        await ToldAsync(2);

        Assert.True(await RemoveAsync(alice, Mobile));

        Assert.Empty(await Phones.OfAsync(alice.Account.Id, Cancellation));
        Assert.Equal([AuditEvents.PhoneAdded, AuditEvents.PhoneRemoved], await alice.EventsAsync());
        Assert.Equal([(MessageChannel.Email, "alice@example.test"), (MessageChannel.Text, Mobile.E164)], await ToldAsync(2));
        await AddAsync(alice, Landline);
        Assert.Equal([(MessageChannel.Email, "alice@example.test"), (MessageChannel.Text, Mobile.E164), (MessageChannel.Voice, Landline.E164)], await ToldAsync(3));
    }

    [Fact]
    public async Task The_same_number_again_is_confirmed_once_more_and_nobody_is_told()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Mobile);

        Assert.Equal(new PhoneAddOutcome.Already(), await AddAsync(alice, Mobile));

        Assert.Equal([AuditEvents.PhoneAdded], await alice.EventsAsync());
    }

    [Fact]
    public async Task A_household_may_share_a_number()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var bob = await SignedInCitizen.CreateAsync(Domain, "bob@example.test");

        Assert.Equal(new PhoneAddOutcome.Added(), await AddAsync(alice, Landline));
        Assert.Equal(new PhoneAddOutcome.Added(), await AddAsync(bob, Landline));

        Assert.Equivalent(new[] { alice.Account.Id, bob.Account.Id }, await Phones.OwnersAsync(Landline, Cancellation), strict: true);
    }

    [Fact]
    public async Task There_are_five_at_most()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        for (var i = 0; i < 5; i++)
            Assert.Equal(new PhoneAddOutcome.Added(), await AddAsync(alice, new($"+44740012312{i}", TakesTexts: true)));

        Assert.Equal(new PhoneAddOutcome.TooMany(5), await AddAsync(alice, Landline));
    }

    [Fact]
    public async Task Whoever_was_signed_out_meanwhile_changes_nothing()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Mobile);
        await alice.SignOutAsync();

        Assert.Equal(new PhoneAddOutcome.SignedOut(), await AddAsync(alice, Landline));
        Assert.False(await RemoveAsync(alice, Mobile));

        Assert.Equal(Mobile, Assert.Single(await Phones.OfAsync(alice.Account.Id, Cancellation)).Number);
    }

    [Fact]
    public async Task Nobody_removes_the_number_of_somebody_else()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var bob = await SignedInCitizen.CreateAsync(Domain, "bob@example.test");
        await AddAsync(alice, Mobile);
        var phone = Assert.Single(await Phones.OfAsync(alice.Account.Id, Cancellation));

        Assert.False(await Phones.RemoveAsync(bob.Session, bob.Account.Id, phone.Id, Cancellation));

        Assert.Single(await Phones.OfAsync(alice.Account.Id, Cancellation));
    }

    [Fact]
    public async Task A_number_that_is_gone_is_marked_once_and_its_owner_told_another_way()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Mobile);
        await ToldAsync(2);

        await ReceiptAsync(MessageChannel.Text, Mobile.E164, DeliveryStatus.Unreachable);
        await ReceiptAsync(MessageChannel.Text, Mobile.E164, DeliveryStatus.Unreachable);

        Assert.True(Assert.Single(await Phones.OfAsync(alice.Account.Id, Cancellation)).IsUnreachable);
        Assert.Equal([AuditEvents.PhoneAdded, AuditEvents.PhoneUnreachable], await alice.EventsAsync());
        Assert.Equal([(MessageChannel.Email, "alice@example.test")], await ToldAsync(1));
        await ReceiptAsync(MessageChannel.Text, Mobile.E164, DeliveryStatus.Delivered);
        Assert.False(Assert.Single(await Phones.OfAsync(alice.Account.Id, Cancellation)).IsUnreachable);
    }

    [Fact]
    public async Task Mail_that_comes_back_is_followed_by_a_text_from_then_on()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await AddAsync(alice, Mobile);
        await ToldAsync(2);

        await ReceiptAsync(MessageChannel.Email, "ALICE@example.test", DeliveryStatus.Unreachable);

        Assert.Equal([(MessageChannel.Text, Mobile.E164)], await ToldAsync(1));
        Assert.Equal([AuditEvents.PhoneAdded, AuditEvents.EmailUnreachable], await alice.EventsAsync());
    }

    private Task ReceiptAsync(MessageChannel channel, string destination, DeliveryStatus status) =>
        Domain.Get<DeliveryReceipts>().TakeAsync(new(null, channel, destination, status), Cancellation);

    private Task<PhoneAddOutcome> AddAsync(SignedInCitizen citizen, PhoneNumber number) =>
        Phones.AddAsync(citizen.Session, citizen.Account.Id, number, Cancellation);

    private async Task<bool> RemoveAsync(SignedInCitizen citizen, PhoneNumber number) => await Phones.RemoveAsync(citizen.Session, citizen.Account.Id,
        (await Phones.OfAsync(citizen.Account.Id, Cancellation)).Single(phone => phone.Number == number).Id, Cancellation);

    private async Task<(string?, bool)> ClaimAsync(SignedInCitizen citizen)
    {
        var claims = await Domain.Get<AccountStore>().ClaimsAsync(citizen.Account.Id, Cancellation);
        return (claims?.PhoneNumber, claims?.PhoneNumberVerified ?? false);
    }

    /// <summary>Waits until so many messages came, and takes them out.</summary>
    private async Task<IEnumerable<(MessageChannel, string)>> ToldAsync(int count)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await Domain.Get<Mailbox>().ListAsync(Cancellation) is { } messages && messages.Count == count)
            {
                await Domain.Database.WriteAsync(write => write.ExecuteAsync(new Statement("test.empty", "DELETE FROM mailbox")), Cancellation);
                return messages.Select(message => (message.Channel, message.Destination)).Order();
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new TimeoutException($"There were not {count} messages within ten seconds.");
    }

    public sealed class OnSqlite() : PhoneStoreTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : PhoneStoreTests(StorageProvider.Postgres);
}
