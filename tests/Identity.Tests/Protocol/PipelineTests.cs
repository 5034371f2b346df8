using Identity.Protocol;
using Identity.Testing;
using Identity.Tests.Web;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Identity.Tests.Protocol;

/// <summary>The order in which everything runs is read before it is changed.</summary>
public sealed class PipelineTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Fact]
    public void The_order_of_the_handlers_is_the_one_that_was_read()
    {
        var file = Repository.At("tests/Identity.Tests/Protocol/Pipeline.txt");
        var expected = File.Exists(file) ? File.ReadAllLines(file) : [];
        var actual = Pipeline.Render(scene.Provider.Get<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue).TrimEnd().Split(Environment.NewLine);

        if (Environment.GetEnvironmentVariable("RENEW_PIPELINE") == "1")
            File.WriteAllLines(file, actual);
        else if (!expected.SequenceEqual(actual))
            Assert.Fail($"The pipeline differs from {file}. Read the difference; to keep it, run this test with RENEW_PIPELINE=1.\n{Difference(expected, actual)}");
    }

    /// <summary>Lines gone and lines come, each under the event it belongs to.</summary>
    private static string Difference(string[] expected, string[] actual)
    {
        var (before, after) = (Within(expected), Within(actual));
        var gone = before.Except(after).Select(line => $"- {line}");
        var come = after.Except(before).Select(line => $"+ {line}");
        var moved = after.Zip(before).Where(pair => pair.First != pair.Second).Select(pair => $"~ {pair.First} stands where {pair.Second} stood");
        return string.Join('\n', gone.Concat(come).DefaultIfEmpty(moved.FirstOrDefault("The lines differ in their spaces.")));
    }

    private static List<string> Within(string[] lines)
    {
        var (name, within) = ("", new List<string>());
        foreach (var line in lines)
        {
            if (!line.StartsWith(' '))
                name = line;
            else
                within.Add($"{name}: {line.Trim()}");
        }

        return within;
    }
}
