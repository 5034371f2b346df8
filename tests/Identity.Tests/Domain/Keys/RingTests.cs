using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Keys;

/// <summary>What closes the ring, who may open it, and how it is renewed when it may be in wrong hands.</summary>
public abstract class RingTests(StorageProvider provider) : IAsyncLifetime
{
    private static readonly AuditSubject Olive = AuditSubject.Operator("olive");
    private readonly string _folder = Directory.CreateTempSubdirectory("identity-keys-").FullName;
    private TestDatabase _database = null!; // Set before each test by InitializeAsync.

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_folder, recursive: true);
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_ring_is_closed_by_a_key_file_and_opens_only_with_it()
    {
        var (file, other) = (MakeFile("ring.key"), MakeFile("other.key"));
        var before = await SecretAsync();

        await ResealAsync(("Keys:FilePath", file));

        Assert.Equal(before, await SecretAsync(("Keys:FilePath", file)));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => SecretAsync(("Keys:FilePath", other)));
        Assert.StartsWith($"The ring of keys in the database is closed by key file {KeyFile.Read(file)!.Id}, which this node does not have.", Assert.Single(refused.Faults), StringComparison.Ordinal); // It was just made.
        await Assert.ThrowsAsync<StartRefusedException>(() => SecretAsync());
    }

    [Fact]
    public async Task A_ring_is_closed_by_a_certificate_and_opens_only_with_it()
    {
        var (file, thumbprint) = MakeCertificate("ring.pfx");
        var (other, _) = MakeCertificate("other.pfx");
        var before = await SecretAsync();

        await ResealAsync(("Keys:CertificatePath", file));

        Assert.Equal(before, await SecretAsync(("Keys:CertificatePath", file)));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => SecretAsync(("Keys:CertificatePath", other)));
        Assert.StartsWith($"The ring of keys in the database is closed by certificate {thumbprint}, which this node does not have.", Assert.Single(refused.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_refused_leaves_no_key_of_its_own_behind()
    {
        await ResealAsync(("Keys:FilePath", MakeFile("ring.key")));
        var before = await CountAsync();

        await Assert.ThrowsAsync<StartRefusedException>(() => SecretAsync(("Keys:FilePath", MakeFile("other.key"))));

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_certificate_is_replaced_by_a_file_in_three_steps_without_a_secret_being_lost()
    {
        var (certificate, _) = MakeCertificate("ring.pfx");
        var file = MakeFile("ring.key");
        await ResealAsync(("Keys:CertificatePath", certificate));
        var before = await SecretAsync(("Keys:CertificatePath", certificate));

        // Both are there; the ring is closed anew; the old one goes.
        Assert.Equal(before, await SecretAsync(("Keys:FilePath", file), ("Keys:PreviousCertificates:0", certificate)));
        await ResealAsync(("Keys:FilePath", file), ("Keys:PreviousCertificates:0", certificate));
        Assert.Equal(before, await SecretAsync(("Keys:FilePath", file)));
    }

    [Fact]
    public async Task A_file_is_replaced_by_a_certificate_in_the_same_steps()
    {
        var (certificate, _) = MakeCertificate("ring.pfx");
        var file = MakeFile("ring.key");
        await ResealAsync(("Keys:FilePath", file));
        var before = await SecretAsync(("Keys:FilePath", file));

        await ResealAsync(("Keys:CertificatePath", certificate), ("Keys:PreviousFiles:0", file));

        Assert.Equal(before, await SecretAsync(("Keys:CertificatePath", certificate)));
    }

    [Fact]
    public async Task A_ring_in_clear_does_not_start_in_Production()
    {
        var file = MakeFile("ring.key");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync("Production", ("Keys:FilePath", file)));

        Assert.Contains("stands in clear", Assert.Single(refused.Faults), StringComparison.Ordinal);
        await ResealAsync(("Keys:FilePath", file));
        await using var started = await StartAsync("Production", ("Keys:FilePath", file));
        Assert.All(await started.Get<RingKeeper>().ListAsync(Cancellation), key => Assert.NotNull(key.ClosedBy));
    }

    [Theory]
    [InlineData("DELETE FROM data_protection_keys", 3)]
    [InlineData("UPDATE instance_secrets SET sealed = (SELECT hash FROM audit_heads LIMIT 1)", 1)]
    public async Task A_database_that_another_ring_has_sealed_is_refused(string tampering, int faults)
    {
        await using (var domain = await StartAsync("Development"))
        {
            await domain.Get<Ledger>().RecordAsync(_ => ValueTask.FromResult(0), Recorded.Of(new AuditEntry(Olive, "test")), Cancellation);
            await domain.Database.WriteAsync(write => write.ExecuteAsync(new Statement("tamper", tampering)), Cancellation);
        }

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => SecretAsync());

        Assert.Equal(faults, refused.Faults.Count);
        Assert.All(refused.Faults, fault => Assert.Contains("was sealed by another ring", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewed_ring_keeps_every_secret_and_opens_nothing_that_the_old_one_sealed()
    {
        await using var domain = await StartAsync("Development");
        await using var another = await domain.AnotherAsync();
        var (secret, keys) = (Secret(domain), domain.Get<SigningKeyRing>().Current.Published.Select(key => key.Kid).ToList());
        var protector = domain.Get<IDataProtectionProvider>().CreateProtector("test");
        var stolen = protector.Protect([1, 2, 3]);
        Assert.Equal([1, 2, 3], another.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(stolen));

        var fresh = await domain.Get<RingKeeper>().BeginRenewalAsync(Cancellation);
        Assert.True(await domain.Get<RingKeeper>().CompleteRenewalAsync(fresh, Olive, Cancellation) >= keys.Count + 1);
        await another.Get<SharedKeyManager>().RefreshAsync(Cancellation);

        Assert.Equal([fresh], (await domain.Get<RingKeeper>().ListAsync(Cancellation)).Where(key => !key.Revoked).Select(key => key.Id));
        await RefusedEventuallyAsync(domain, stolen);
        await RefusedEventuallyAsync(another, stolen);
        Assert.Equal([4], another.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(protector.Protect([4])));

        await using var restarted = await domain.AnotherAsync();
        Assert.Equal(secret, Secret(restarted));
        Assert.Equal(keys, restarted.Get<SigningKeyRing>().Current.Published.Select(key => key.Kid));
    }

    [Fact]
    public async Task Every_sealed_column_is_known_to_the_renewal()
    {
        await using var domain = await StartAsync("Development");
        var known = domain.GetAll<SealedColumn>().Select(column => column.List.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "authenticator_apps.list-sealed", "evidence.list-sealed", "former_contacts.list-sealed", "instance_secrets.list-sealed",
            "journeys.list-sealed", "outbox.list-sealed", "pushed_requests.list-sealed", "signing_keys.list-sealed",
            "support_corrections.list-sealed", "verifications.list-sealed", "verifier_values.list-sealed",
        ], known);
    }

    [Fact]
    public void A_key_file_is_for_its_owner_alone_and_is_never_written_over()
    {
        var path = MakeFile("ring.key");
        var before = File.ReadAllText(path);

        Assert.Throws<IOException>(() => KeyFile.Create(path));

        Assert.Equal(before, File.ReadAllText(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("identity-key-1")]
    [InlineData("identity-key-1 short")]
    [InlineData("identity-key-1 not/base64url+at=all")]
    [InlineData("identity-key-2 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_file_that_is_no_key_file_is_nothing(string text)
    {
        var path = Path.Combine(_folder, "broken.key");
        File.WriteAllText(path, text);

        Assert.Null(KeyFile.Read(path));
    }

    [Fact]
    public void A_changed_byte_does_not_open()
    {
        var closed = new KeyFileEncryptor(KeyFile.Read(MakeFile("ring.key"))!).Encrypt(new("secret", "value")).EncryptedElement; // It was just made.
        closed.SetAttributeValue("tag", Convert.ToBase64String(new byte[16]));
        using var services = new ServiceCollection().Configure<KeyOptions>(options => options.FilePath = Path.Combine(_folder, "ring.key")).BuildServiceProvider();

        Assert.ThrowsAny<CryptographicException>(() => new KeyFileDecryptor(services).Decrypt(closed));
    }

    private async Task ResealAsync(params (string, string)[] settings)
    {
        await using var domain = await StartAsync("Development", settings);
        Assert.True(await domain.Get<RingKeeper>().ResealAsync(Olive, Cancellation) >= 1);
    }

    private async Task<byte[]> SecretAsync(params (string, string)[] settings)
    {
        await using var domain = await StartAsync("Development", settings);
        return Secret(domain);
    }

    private static byte[] Secret(TestDomain domain) => domain.Get<InstanceSecrets>().Get("pairwise-subject");

    private async Task<long> CountAsync()
    {
        await using var domain = await StartAsync("Development", ("Keys:FilePath", Path.Combine(_folder, "ring.key")));
        return (await domain.Get<RingKeeper>().ListAsync(Cancellation)).Count;
    }

    private Task<TestDomain> StartAsync(string environment, params (string, string)[] settings) =>
        TestDomain.StartAsync(provider, _database, environment: environment, settings:
            [("Mail:Host", environment == "Production" ? "smtp.example" : ""), ("Mail:FromAddress", "no-reply@identity.example"), .. settings]);

    /// <summary>Data Protection reads a changed ring beside those who go on with the old one for a moment.</summary>
    private static async Task RefusedEventuallyAsync(TestDomain node, byte[] stolen)
    {
        var protector = node.Get<IDataProtectionProvider>().CreateProtector("test");
        for (var tries = 0; tries < 500; tries++)
        {
            try
            {
                protector.Unprotect(stolen);
            }
            catch (CryptographicException)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        Assert.Fail("A key that was revoked still opens.");
    }

    private string MakeFile(string name)
    {
        var path = Path.Combine(_folder, name);
        KeyFile.Create(path);
        return path;
    }

    private (string Path, string Thumbprint) MakeCertificate(string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx));
        return (path, certificate.Thumbprint);
    }

    public sealed class OnSqlite() : RingTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : RingTests(StorageProvider.Postgres);
}
