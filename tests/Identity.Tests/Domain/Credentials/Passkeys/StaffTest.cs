using Identity.Domain.Credentials.Metadata;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Credentials.WebAuthn;

namespace Identity.Tests.Domain.Credentials.Passkeys;

/// <summary>A domain with metadata in a file, and an authenticator of the model it describes.</summary>
public abstract class StaffTest : PasskeyTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("identity-metadata-");
    private int _published;

    protected StaffTest(StorageProvider provider) : base(provider)
    {
        (Authenticator.IsSynced, Authenticator.Counts) = (false, true);
        Authenticator.Attestation = new MakerAttestation(Metadata.Maker).Maker;
        File.WriteAllText(RootFile, Metadata.Root.Certificate.ExportCertificatePem());
    }

    private protected TestMetadata Metadata { get; } = new();

    protected override IEnumerable<(string Key, string Value)> Settings =>
        [("Passkeys:MetadataFile", BlobFile), ("Passkeys:MetadataRoots:0", RootFile)];

    private string BlobFile => Path.Combine(_folder.FullName, "blob.jwt");

    private string RootFile => Path.Combine(_folder.FullName, "root.pem");

    /// <summary>Puts the metadata where the provider looks for it, later than before, and lets it look.</summary>
    protected async Task PublishAsync(TestDomain? domain = null)
    {
        await File.WriteAllTextAsync(BlobFile, Metadata.Write(), Cancellation);
        File.SetLastWriteTimeUtc(BlobFile, DateTime.UnixEpoch.AddSeconds(++_published));
        await (domain ?? Domain).Get<MetadataWorker>().LookAsync(Cancellation);
    }

    protected Task BreakRootAsync() =>
        File.WriteAllTextAsync(RootFile, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", Cancellation);

    protected async Task<EnrolmentOutcome> EnrolAsync(Session session, PasskeyPolicy policy)
    {
        var request = await Enrolment.BeginAsync(session.AccountId, Here, PasskeyEnrolmentKind.Asked, policy, Cancellation);
        return await Enrolment.FinishAsync(session.AccountId, Here, Authenticator.Create(request.OptionsJson), session.Id, Cancellation);
    }

    protected override ValueTask CleanAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
