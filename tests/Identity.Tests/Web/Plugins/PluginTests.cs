using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Ports;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Protocol;
using Identity.Sdk;
using Identity.Testing;
using Identity.Web.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Web.Plugins;

public sealed class PluginTests
{
    private const string Card = "Verifiers:Settings:Example.LibraryCard:";

    [Fact]
    public async Task A_verifier_that_the_server_never_referenced_proves_who_somebody_is()
    {
        using var folder = Library();
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, [.. folder.Settings, ("Verification:LevelsFile", folder.Trusting("library-card"))]);
        var alice = await provider.CreateAccountAsync();
        var verifications = provider.Get<Verifications>();

        var begun = Assert.IsType<RunOutcome.Went>(await verifications.BeginAsync(alice, "library-card", new Dictionary<string, string>(), new(null, null, "en"), default));
        var wrong = Assert.IsType<RunOutcome.Went>(await AnswerAsync(begun.Run, "1111"));
        Assert.NotEmpty(Assert.IsType<VerificationStep.Ask>(wrong.Run.Step).Problems);
        var proven = Assert.IsType<RunOutcome.Went>(await AnswerAsync(wrong.Run, "4321"));

        Assert.Equal(RunStatus.Proven, proven.Run.Status);
        Assert.Equal("low", (await provider.Get<IdentityRecord>().StandingAsync(alice, "gpg45", default)).Granted?.Level.Name);

        Task<RunOutcome> AnswerAsync(VerificationRun run, string pin) => verifications.ContinueAsync(run.Id, new RunHolder.Owner(alice), run.Version,
            new StepAnswer.Fields(new Dictionary<string, string> { ["number"] = "L 123", ["pin"] = pin }), default);
    }

    [Fact]
    public async Task What_is_shipped_is_listed_with_its_hash_by_the_build()
    {
        using var folder = new PluginFolder().Offering("simulated");
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings);

        Assert.Equal("simulated", Assert.Single(provider.Get<OfferedVerifiers>().All).Manifest.Name);
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == "Identity.Verifiers" && System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly) == System.Runtime.Loader.AssemblyLoadContext.Default);
    }

    [Fact]
    public async Task Who_offers_none_loads_none()
    {
        using var folder = new PluginFolder().With("Example.Rogue", hash: "wrong");
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings);

        Assert.Empty(provider.Get<OfferedVerifiers>().All);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        using var folder = new PluginFolder().With("Example.LibraryCard").With("Example.Rogue", hash: "00ff")
            .Set(Card + "Tries", "many").Set("Verifiers:Assemblies:Lost/Lost.dll", "00ff").Set("Verifiers:Assemblies:../Lost.dll", "00ff").Offering("library-card bank");

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings));

        var faults = refused.Failures.ToList();
        Assert.Contains(faults, fault => fault.StartsWith("Verifiers:Assemblies:Example.Rogue/Example.Rogue.dll is '00ff', and the SHA-256 of the file is ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Verifiers:Assemblies:Lost/Lost.dll is listed, and ", StringComparison.Ordinal));
        Assert.Contains("Verifiers:Assemblies:../Lost.dll is no path of a plugin's file. Write FOLDER/FILE.dll.", faults);
        Assert.Contains(Card + "Library is not set: write its value.", faults);
        Assert.Contains(Card + "Tries is 'many': write a number from 1 to 10.", faults);
        Assert.Contains("Verifiers:Offered names bank, and no plugin has it. There is in-person, letter, simulated.", faults);
    }

    [Theory]
    [InlineData("throws", "Verifiers:Assemblies:Example.Rogue/Example.Rogue.dll cannot be used: InvalidOperationException: It was told to throw.")]
    [InlineData("reaches", "Identity.Domain is of the server and not of the plugin Example.Rogue.")]
    [InlineData("newer", "Verifiers:Offered names rogue, which was made for version 3 of Identity.Sdk, and this server has 2.")]
    [InlineData("silent", "Verifiers:Offered names rogue, which has no English text 'title'.")]
    [InlineData("untrusted", "Verifiers:Offered names rogue, which gives evidence of the type document, of which levels.json believes it nothing.")]
    [InlineData("misnamed", "The name 'Not A Name' is not made of a-z, 0-9 and hyphens")]
    [InlineData("nothing", "Verifiers:Settings:Example.Rogue:Wrong is 'nothing': write what to do wrong.")]
    public async Task A_plugin_that_does_wrong_stops_the_start(string wrong, string fault)
    {
        using var folder = new PluginFolder().With("Example.Rogue").Set("Verifiers:Settings:Example.Rogue:Wrong", wrong).Offering("rogue");

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings));

        Assert.Contains(refused.Failures, told => told.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_by_one_name_stop_the_start()
    {
        using var folder = new PluginFolder().With("Example.Rogue").Set("Verifiers:Settings:Example.Rogue:Wrong", "duplicate").Offering("simulated simulated");

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings));

        Assert.Equal(
            ["Verifiers:Assemblies has 2 verifiers by the name simulated. Leave one of their plugins out.", "Verifiers:Offered names simulated twice. Write it once."],
            refused.Failures.Order());
    }

    [Fact]
    public async Task What_proves_nothing_stops_the_start_in_Production()
    {
        using var folder = new PluginFolder().Offering("simulated");
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings);
        var production = new PluginLoader(provider.Get<IConfiguration>(), provider.Get<VerifierPortsFactory>(), provider.Get<LevelRules>(), new Production(), provider.Get<IOptions<ProtocolOptions>>());

        var refused = Assert.Throws<BrokenPluginsException>(() => production.Load(provider.Get<IOptions<PluginOptions>>().Value));

        Assert.Equal("Verifiers:Offered names simulated, which proves nothing and is for trying things out. Leave it out: this is Production.", Assert.Single(refused.Faults));
    }

    [Fact]
    public async Task A_file_that_is_changed_is_not_loaded()
    {
        using var folder = Library();
        var file = Path.Combine(folder.Path, "Example.LibraryCard", "Example.LibraryCard.dll");
        await File.AppendAllTextAsync(file, " ");

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite, folder.Settings));

        Assert.Contains(refused.Failures, fault => fault.Contains("and the SHA-256 of the file is", StringComparison.Ordinal));
    }

    private static PluginFolder Library() => new PluginFolder().With("Example.LibraryCard").Offering("library-card")
        .Set(Card + "Library", "City Library").Set(Card + "Cards:L123:Pin", "4321").Set(Card + "Cards:L123:GivenName", "Alice")
        .Set(Card + "Cards:L123:FamilyName", "Archer").Set(Card + "Cards:L123:BirthDate", "1984-02-29");

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "Identity.Web";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
