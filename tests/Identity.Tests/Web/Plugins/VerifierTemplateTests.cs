using System.Diagnostics;
using System.Net;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Web.Plugins;

/// <summary>Somebody who has never seen a verifier makes one by <c>dotnet new</c>, builds it and drops it in, as docs/verifiers.md says.</summary>
public sealed class VerifierTemplateTests : IAsyncLifetime
{
    private readonly PluginFolder _folder = new();
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("identity-template-");
    private WebApplication _service = null!; // Started before each test.

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _service = builder.Build();
        _service.MapGet("/people/{number}", (string number) => number == "123"
            ? Results.Json(new { givenName = "Alice", familyName = "Archer", birthDate = "1984-02-29" })
            : Results.StatusCode((int)HttpStatusCode.NotFound));
        await _service.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
        _work.Delete(recursive: true);
    }

    [Fact]
    public async Task What_the_template_makes_proves_who_somebody_is()
    {
        var (hive, source) = (Path.Combine(_work.FullName, "hive"), Path.Combine(_work.FullName, "Acme.Verifier"));
        await DotnetAsync("new", "install", Repository.At("templates", "verifier"), "--debug:custom-hive", hive);
        await DotnetAsync("new", "identity-verifier", "-n", "Acme.Verifier", "-o", source, "--verifier", "acme", "--sdk", typeof(IIdentityVerifier).Assembly.Location, "--debug:custom-hive", hive);
        await DotnetAsync("build", source, "-o", Path.Combine(_folder.Path, "Acme.Verifier"), "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        _folder.Listing("Acme.Verifier").Offering("acme").Set("Verifiers:Settings:Acme.Verifier:Service", _service.Urls.Single()).Set("Verification:LevelsFile", _folder.Trusting("acme"));

        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, _folder.Settings);
        var alice = await provider.CreateAccountAsync();
        var begun = Assert.IsType<RunOutcome.Went>(await provider.Get<Verifications>().BeginAsync(alice, "acme", new Dictionary<string, string>(), new(null, null, "cy"), Cancellation)).Run;
        var wrong = await AnswerAsync(begun, "999");
        var proven = await AnswerAsync(wrong, "123");

        Assert.Equal("wrong", Assert.IsType<VerificationStep.Ask>(wrong.Step).Problems["number"]);
        Assert.Equal(RunStatus.Proven, proven.Status);
        Assert.Single((await provider.Get<IdentityRecord>().HeldAsync(alice, Cancellation)).Evidence);

        async Task<VerificationRun> AnswerAsync(VerificationRun run, string number) => Assert.IsType<RunOutcome.Went>(await provider.Get<Verifications>().ContinueAsync(
            run.Id, new RunHolder.Owner(alice), run.Version, new StepAnswer.Fields(new Dictionary<string, string> { ["number"] = number }), Cancellation)).Run;
    }

    private async Task DotnetAsync(params IEnumerable<string> arguments)
    {
        // In the temporary folder, where no settings of this repository reach.
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _work.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!; // It is on the path.
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{string.Join('\n', said)}");
    }
}
