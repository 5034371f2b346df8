using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>A provider that lets people prove who they are at another one; each test has a citizen of its own.</summary>
public sealed class UpstreamHost : IAsyncLifetime
{
    public const string Trustmark = "https://other.example/trustmark";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("identity-upstream-");
    private TestProvider? _provider;
    private OtherProvider? _other;
    private int _newcomers;

    internal TestProvider Provider => _provider ?? throw new InvalidOperationException("It is not started.");

    internal OtherProvider Other => _other ?? throw new InvalidOperationException("It is not started.");

    internal CapturedLog Log { get; } = new("Identity.Domain.Verification.Runs.VerifierCalls");

    public async ValueTask InitializeAsync()
    {
        // One clock for both, as the world has.
        _other = await OtherProvider.StartAsync(new Same(this));
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, builder =>
        {
            builder.Services.AddSingleton<ILoggerProvider>(Log);
            builder.Logging.AddFilter<CapturedLog>("Identity.Domain.Verification.Runs.VerifierCalls", LogLevel.Information);
        }, [.. Settings(_other.Issuer, File("secret", OtherProvider.Secret + "\n"))]);
    }

    /// <summary>A citizen, whom the other provider knows, and who was never there before.</summary>
    public async Task<Guid> NewcomerAsync()
    {
        var number = ++_newcomers;
        // What is kept of the other provider is forgotten.
        Provider.Clock.Advance(TimeSpan.FromHours(2));
        Other.Reset($"subject-{number}");
        return await Provider.CreateAccountAsync($"alice-{number}@example.test");
    }

    /// <summary>A file that only this test has.</summary>
    public string File(string name, string contents)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, contents);
        return path;
    }

    /// <summary>The settings of a provider, by which three ways lead to evidence.</summary>
    public static IEnumerable<(string Key, string Value)> Settings(string issuer, string secretFile, params IEnumerable<(string Key, string Value)> more)
    {
        (string, string)[] own =
        [
            ("Issuer", issuer), ("Organisation", "Example Bank"), ("ClientId", OtherProvider.ClientId), ("SecretFile", secretFile), ("AcrValues", "substantial low"),
            ("Claims:nhs_number", "https://other.example/nhs"),
            ("Evidence:0:TrustFramework", "uk_tfida"), ("Evidence:0:AssuranceLevel", "medium"), ("Evidence:0:EvidenceType", "document"), ("Evidence:0:Type", "document"),
            ("Evidence:0:Kind", "passport"), ("Evidence:0:Strength", "4"), ("Evidence:0:Validity", "3"), ("Evidence:0:Fraud", "1"), ("Evidence:0:Verification", "3"),
            ("Evidence:1:Vot", "P2"), ("Evidence:1:Trustmark", Trustmark), ("Evidence:1:Strength", "3"), ("Evidence:1:Validity", "3"), ("Evidence:1:Verification", "3"),
            ("Evidence:2:Acr", "substantial"), ("Evidence:2:Kind", "bank_account"), ("Evidence:2:Strength", "3"), ("Evidence:2:Validity", "2"), ("Evidence:2:Fraud", "1"), ("Evidence:2:Verification", "2"),
        ];
        // The last word counts.
        var settings = own.Concat(more).GroupBy(pair => pair.Item1).Select(same => (Key: Key(same.Key), Value: same.Last().Item2));
        return [("Verifiers:Offered", "provider"), .. settings];
    }

    public static string Key(string name) => $"Verifiers:Settings:Identity.Verifiers:Upstream:provider:{name}";

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
            await _provider.DisposeAsync();
        if (_other is not null)
            await _other.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class Same(UpstreamHost host) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => host.Provider.Clock.GetUtcNow();
    }
}
