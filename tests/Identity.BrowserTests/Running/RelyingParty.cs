using System.Diagnostics;
using System.Text.Json.Nodes;
using Identity.Demo;
using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>Runs a script of <c>tests/relying-parties</c>, whose packages <c>tests/run</c> installs.</summary>
internal static class RelyingParty
{
    /// <param name="script">Its name.</param>
    /// <param name="settings">What it reads.</param>
    /// <returns>What it says.</returns>
    public static async Task<JsonNode> RunAsync(string script, JsonObject settings)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = Path.Combine(DemoOptions.Read([]).Root, "tests", "relying-parties"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        await node.StandardInput.WriteAsync(settings.ToJsonString());
        node.StandardInput.Close();
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, await complained);
        return JsonNode.Parse(await said) ?? throw new InvalidOperationException($"{script} said nothing.");
    }
}
