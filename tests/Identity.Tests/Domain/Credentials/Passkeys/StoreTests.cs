using Identity.Domain.Audit;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Tests.Domain.Accounts;

namespace Identity.Tests.Domain.Credentials.Passkeys;

public abstract class StoreTests(StorageProvider provider) : PasskeyTest(provider)
{
    [Theory]
    [InlineData("Alice’s phone", "Alice’s phone")]
    [InlineData("  work laptop ", "work laptop")]
    [InlineData("<b>ffôn</b>", "<b>ffôn</b>")]
    public async Task A_passkey_has_the_name_its_owner_gives_it(string typed, string kept)
    {
        var (session, passkey) = await WithPasskeyAsync();

        Assert.True(await Store.RenameAsync(session.AccountId, passkey.Id, typed, session.Id, Cancellation));

        Assert.Equal(kept, Assert.Single(await Store.ListAsync(session.AccountId, Cancellation)).Nickname);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task What_is_no_name_changes_nothing(string typed)
    {
        var (session, passkey) = await WithPasskeyAsync();

        Assert.False(await Store.RenameAsync(session.AccountId, passkey.Id, typed, session.Id, Cancellation));
        Assert.Null(Assert.Single(await Store.ListAsync(session.AccountId, Cancellation)).Nickname);
    }

    [Fact]
    public void Half_a_character_is_no_name() => Assert.Null(PasskeyNickname.Read(new string('\ud83d', 1)));

    [Fact]
    public void A_name_has_64_characters_at_most_of_any_plane()
    {
        Assert.Equal(64, new System.Globalization.StringInfo(PasskeyNickname.Read(string.Concat(Enumerable.Repeat("🔑", 64)))!).LengthInTextElements);
        Assert.Null(PasskeyNickname.Read(string.Concat(Enumerable.Repeat("🔑", 65))));
        Assert.Null(PasskeyNickname.Read(new string('a', 65)));
    }

    [Fact]
    public async Task One_that_is_removed_signs_in_no_more_and_its_owner_is_told()
    {
        var (session, passkey) = await WithPasskeyAsync();
        await Mailboxes.NextAsync(Domain, Cancellation);

        Assert.True(await Store.RemoveAsync(session.AccountId, passkey.Id, session.Id, Cancellation));
        Assert.False(await Store.RemoveAsync(session.AccountId, passkey.Id, session.Id, Cancellation));

        Assert.IsType<PasskeyOutcome.Unknown>(await SignInAsync());
        Assert.Equal(PasskeyMessages.Removed, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);

        // Created, signed in, added, removed.
        Assert.Equal(4, (await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Links);
    }

    [Fact]
    public async Task Nobody_changes_anothers_and_nobody_does_from_a_session_that_ended()
    {
        var (alice, passkey) = await WithPasskeyAsync();
        var bob = await CitizenAsync("bob@example.test");

        Assert.False(await Store.RenameAsync(bob.AccountId, passkey.Id, "mine", bob.Id, Cancellation));
        Assert.False(await Store.RemoveAsync(bob.AccountId, passkey.Id, bob.Id, Cancellation));
        Assert.False(await Store.RemoveAsync(alice.AccountId, passkey.Id, bob.Id, Cancellation));

        await Domain.Get<SessionStore>().EndAsync(alice, Cancellation);
        Assert.False(await Store.RenameAsync(alice.AccountId, passkey.Id, "mine", alice.Id, Cancellation));
        Assert.False(await Store.RemoveAsync(alice.AccountId, passkey.Id, alice.Id, Cancellation));
        Assert.Equal([passkey], await Store.ListAsync(alice.AccountId, Cancellation));
    }

    [Fact]
    public async Task The_list_tells_when_it_was_used_and_whose_it_is_by_name()
    {
        Authenticator.Aaguid = Guid.Parse("fbfc3007-154e-4ecc-8c0b-6e020557d7bd");
        var (session, passkey) = await WithPasskeyAsync();
        Domain.Clock.Advance(TimeSpan.FromMinutes(3));
        await SignInAsync(answer => answer.BackedUp = false);

        var listed = Assert.Single(await Store.ListAsync(session.AccountId, Cancellation));

        Assert.Equal(passkey with { LastUsedAt = Domain.Clock.GetUtcNow(), BackedUp = false }, listed);
        Assert.Equal("iCloud Keychain", listed.Provider);
        Assert.True(listed.IsSynced);
    }

    [Fact]
    public async Task The_browser_is_told_of_all_that_sign_in_and_never_of_the_account()
    {
        var (session, passkey) = await WithPasskeyAsync();

        var signals = await Store.SignalsAsync(session.AccountId, Cancellation);

        Assert.Equal(("identity.test", "alice@example.test"), (signals?.RelyingPartyId, signals?.Name));
        Assert.Equal([passkey.CredentialId], signals?.CredentialIds);
        Assert.Equal(43, signals?.UserId.Length);
        Assert.Null(await Store.SignalsAsync(Guid.Empty, Cancellation));
    }
}

public sealed class SqliteStoreTests() : StoreTests(StorageProvider.Sqlite);

public sealed class PostgresStoreTests() : StoreTests(StorageProvider.Postgres);
