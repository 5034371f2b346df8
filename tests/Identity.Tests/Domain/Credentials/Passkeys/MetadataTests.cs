using Identity.Domain.Audit;
using Identity.Domain.Credentials.Metadata;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;
using Identity.Tests.Domain.Credentials.WebAuthn;

namespace Identity.Tests.Domain.Credentials.Passkeys;

[Spec("FIDO MDS", "3")]
public abstract class MetadataTests(StorageProvider provider) : StaffTest(provider)
{
    private MetadataBlob? InForce => Domain.Get<MetadataFile>().Current;

    [Fact]
    public async Task It_is_taken_when_its_signer_leads_to_a_trusted_root()
    {
        await PublishAsync();

        Assert.Equal(7, InForce?.Number);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("mds.fidoalliance.org.evil.example")]
    [InlineData("*.fidoalliance.org")]
    public async Task Nobody_else_signs_it(string signer)
    {
        Metadata.Signer = signer;
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    public async Task It_is_signed_by_the_signers_key_and_no_other_algorithm(string algorithm)
    {
        Metadata.Algorithm = algorithm;
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Fact]
    public async Task A_signer_whose_certificate_has_expired_signs_it_no_more()
    {
        Metadata.SignerEnd = new(2026, 5, 31, 0, 0, 0, TimeSpan.Zero);
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Fact]
    public async Task A_root_nobody_trusts_leads_nowhere()
    {
        var forged = new TestMetadata { Root = TestAuthority.Create(), Maker = Metadata.Maker };
        Metadata.Signed = _ => forged.Write();
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Fact]
    public async Task Not_one_letter_of_it_can_be_changed()
    {
        Metadata.Signed = text => text.Replace(text.Split('.')[1][20], text.Split('.')[1][20] == 'A' ? 'B' : 'A');
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    [InlineData("eyJ4NWMiOltdfQ.e30.e30")]
    public async Task What_is_no_blob_is_refused(string text)
    {
        Metadata.Signed = _ => text;
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Fact]
    public async Task A_lower_number_never_comes_back_not_even_after_a_restart()
    {
        await PublishAsync();
        Metadata.Number = 6;
        await PublishAsync();
        Assert.Equal(7, InForce?.Number);

        await using var another = await TestDomain.StartAsync(Domain.Database.Provider, Domain.Storage, Domain.Clock, settings: [.. Settings]);
        await another.Get<MetadataWorker>().LookAsync(Cancellation);
        Assert.Null(another.Get<MetadataFile>().Current);
    }

    [Fact]
    public async Task The_same_number_with_other_contents_is_refused_and_with_the_same_taken_again()
    {
        await PublishAsync();
        Metadata.Statuses.Add("REVOKED");
        await PublishAsync();
        Assert.Null(InForce?.Entries[Metadata.Aaguid].Compromise);

        Metadata.Statuses.Remove("REVOKED");
        await PublishAsync();
        Assert.Equal(7, InForce?.Number);
    }

    [Fact]
    public async Task A_root_that_is_no_certificate_leaves_the_provider_running()
    {
        await BreakRootAsync();
        await PublishAsync();

        Assert.Null(InForce);
    }

    [Fact]
    public async Task A_broken_file_leaves_what_was_in_force()
    {
        await PublishAsync();
        Metadata.Signed = _ => "broken";
        await PublishAsync();

        Assert.Equal(7, InForce?.Number);
    }

    [Fact]
    public async Task A_model_reported_compromised_is_suspended_everywhere_its_owner_told_once()
    {
        await PublishAsync();
        var session = await CitizenAsync();
        var passkey = Assert.IsType<EnrolmentOutcome.Added>(await EnrolAsync(session, PasskeyPolicy.Staff)).Passkey;
        await Mailboxes.NextAsync(Domain, Cancellation);

        Metadata.Number = 8;
        Metadata.Statuses.Add("USER_KEY_REMOTE_COMPROMISE");
        await PublishAsync();
        await Domain.Get<PasskeyReview>().RunAsync(Cancellation);

        Assert.Equal(new PasskeyOutcome.Suspended(), await SignInAsync());
        Assert.Equal([passkey with { IsSuspended = true }], await Store.ListAsync(session.AccountId, Cancellation));
        Assert.Equal(PasskeyMessages.Suspended, (await Mailboxes.NextAsync(Domain, Cancellation)).Subject);
        Assert.Empty(await Domain.Get<Mailbox>().ListAsync(Cancellation));
        Assert.Empty((await Store.SignalsAsync(session.AccountId, Cancellation))!.CredentialIds); // The account is there.

        // Created, signed in, added, suspended.
        Assert.Equal(4, (await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Links);
    }

    [Fact]
    public async Task A_model_that_was_only_claimed_is_let_be()
    {
        await EnrolAsync(await CitizenAsync(), PasskeyPolicy.Citizen);
        Metadata.Statuses.Add("REVOKED");
        await PublishAsync();

        Assert.IsType<PasskeyOutcome.SignedIn>(await SignInAsync());
    }

    [Fact]
    public void The_roots_that_FIDO_uses_are_shipped() => Assert.Equal(["GlobalSign", "GlobalSign Root R46"],
        MetadataRoots.Load([]).Select(root => root.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: false)));
}

public sealed class SqliteMetadataTests() : MetadataTests(StorageProvider.Sqlite);

public sealed class PostgresMetadataTests() : MetadataTests(StorageProvider.Postgres);
