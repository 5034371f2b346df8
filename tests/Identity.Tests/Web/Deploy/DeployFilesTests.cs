using System.Diagnostics;
using System.Text.RegularExpressions;
using Identity.Web.Settings;

namespace Identity.Tests.Web.Deploy;

/// <summary>What operators copy: no setting in it that does not exist, and nothing that its own tool refuses.</summary>
public sealed partial class DeployFilesTests
{
    public static TheoryData<string> Files => [.. Repository.Files("config/deploy", "*").Concat(Repository.Files("docs/operations", "*.md")).Append(Repository.At("README.md")).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_setting_it_names_exists(string file)
    {
        var sections = Sections.All.ToDictionary(section => section.Name, section => section.Settings.Select(setting => setting.Path.Split(':')[1]).ToHashSet());
        var named = Settings().Matches(File.ReadAllText(Repository.At(file)))
            .Select(match => (Section: match.Groups[1].Value, Key: match.Groups[2].Value))
            .Where(setting => setting.Section is not ("Kestrel" or "Logging" or "Demo"));

        Assert.All(named, setting => Assert.True(sections.GetValueOrDefault(setting.Section)?.Contains(setting.Key), $"{setting.Section}:{setting.Key}"));
    }

    [Fact]
    public void The_files_name_settings_at_all() =>
        Assert.Contains("Protocol__Issuer", File.ReadAllText(Repository.At("config", "deploy", "compose.yaml")), StringComparison.Ordinal);

    [Fact]
    public async Task Systemd_takes_the_unit()
    {
        const string Tool = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(Tool), "systemd-analyze is not installed.");
        // Where dotnet is does not matter here.
        var unit = File.ReadAllText(Repository.At("config", "deploy", "identity.service")).Replace("/usr/bin/dotnet", "/bin/true", StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("unit-");
        var file = Path.Combine(folder.FullName, "identity.service");
        await File.WriteAllTextAsync(file, unit, TestContext.Current.CancellationToken);

        var start = new ProcessStartInfo(Tool, ["verify", file]) { RedirectStandardError = true };
        using var verify = Process.Start(start) ?? throw new InvalidOperationException("systemd-analyze did not start.");
        var said = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);

        Assert.DoesNotContain("identity.service", said, StringComparison.Ordinal);
        Assert.Equal(0, verify.ExitCode);
    }

    [GeneratedRegex("\\b([A-Z][A-Za-z]+)(?:__|:)([A-Z][A-Za-z]+)\\b")]
    private static partial Regex Settings();
}
