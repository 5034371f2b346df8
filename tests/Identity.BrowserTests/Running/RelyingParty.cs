using System.Diagnostics;
using System.Text.Json.Nodes;
using Identity.Demo;
using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>Runs <c>tests/relying-parties/sign-in.mjs</c>, whose packages <c>tests/run</c> installs.</summary>
internal static class RelyingParty
{
    public static async Task<JsonNode> RunAsync(DemoOptions options, JsonObject settings)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["sign-in.mjs"])
        {
            WorkingDirectory = Path.Combine(options.Root, "tests", "relying-parties"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        await node.StandardInput.WriteAsync(settings.ToJsonString());
        node.StandardInput.Close();
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, await complained);
        return JsonNode.Parse(await said) ?? throw new InvalidOperationException("sign-in.mjs said nothing.");
    }
}
