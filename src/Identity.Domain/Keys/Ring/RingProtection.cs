using System.Security.Cryptography.X509Certificates;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys.Ring;

/// <summary>
/// The ring of Data Protection, in the database, encrypted by a certificate or a key file outside it. Those that were in
/// use before still open what they have closed, so that they can be changed.
/// </summary>
internal static class RingProtection
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Keys").GetOrDefault();
        var protection = services.AddDataProtection().SetApplicationName("Identity").PersistKeysToDbContext<IdentityContext>();
        // One pass over the bytes, by the processor's own instructions; the default seals with AES-CBC and then HMAC.
        protection.UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });

        // A file that cannot be opened is the validator's to tell.
        if (options.Certificate() is { } certificate)
            protection.ProtectKeysWithCertificate(certificate);
        else if (options.FilePath.Length > 0 && KeyFile.Read(options.FilePath) is { } file)
            services.Configure<KeyManagementOptions>(management => management.XmlEncryptor = new KeyFileEncryptor(file));
        X509Certificate2[] previous = [.. options.PreviousCertificates.Select(path => KeyCertificate.Read(path, options.PreviousCertificatePassword)).OfType<X509Certificate2>()];
        if (previous.Length > 0)
            protection.UnprotectKeysWithAnyCertificate(previous);

        services.AddSingleton<SharedKeyManager>();
        services.AddSingleton<IKeyManager>(provider => provider.GetRequiredService<SharedKeyManager>());
        services.AddSingleton<ISnapshot>(provider => provider.GetRequiredService<SharedKeyManager>());
        services.AddSingleton<RingCheck>();
        services.AddSingleton<RingRenewal>();
        services.AddSingleton(provider => new RingKeeper(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<Ledger>(), provider.GetRequiredService<RingCheck>(),
            provider.GetRequiredService<RingRenewal>(), provider.GetRequiredService<IOptions<KeyManagementOptions>>(), provider));
        services.AddSingleton(provider => new LostRing(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<Ledger>(), provider.GetRequiredService<RingCheck>(),
            [.. provider.GetServices<SealedColumn>().Select(column => column.Clear).OfType<Statement>(), .. provider.GetServices<LostWithRing>().Select(lost => lost.Clear)],
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStartCheck, RingAtStart>();
    }

    /// <summary>The certificate that is in use, if it is one and can be read.</summary>
    public static X509Certificate2? Certificate(this KeyOptions options) =>
        options.CertificatePath.Length > 0 ? KeyCertificate.Read(options.CertificatePath, options.CertificatePassword) : null;

    /// <summary>The key file that is in use and those that were before.</summary>
    public static IEnumerable<KeyFile> KeyFiles(this KeyOptions options) =>
        options.PreviousFiles.Prepend(options.FilePath).Where(path => path.Length > 0).Select(KeyFile.Read).OfType<KeyFile>();

    private static KeyOptions GetOrDefault(this IConfigurationSection section)
    {
        try
        {
            return section.Get<KeyOptions>() ?? new KeyOptions();
        }
        catch (InvalidOperationException)
        {
            // A value of the wrong kind is for the check of the settings to tell.
            return new KeyOptions();
        }
    }
}
