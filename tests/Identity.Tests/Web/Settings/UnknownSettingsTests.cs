using Identity.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace Identity.Tests.Web.Settings;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("Storage:Pth", "Storage:Path")]
    [InlineData("storage:path:more", "Storage:Path")]
    [InlineData("Storgae:Path", "Storage:Path")]
    [InlineData("Key:Sign", "Keys:Sign")]
    [InlineData("Limits:PerNetworkAt:token:most", "Limits:PerNetworkAt")]
    [InlineData("Sessions:Absolut", "Sessions:Absolute")]
    public void A_key_that_looks_like_ours_is_a_fault_and_the_nearest_is_named(string key, string nearest)
    {
        var fault = Assert.Single(UnknownSettings.Faults(With(key, "secret value")));

        Assert.StartsWith($"{key} is set", fault, StringComparison.Ordinal);
        Assert.Contains($"Write {nearest},", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret value", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STORAGE:PATH")]
    [InlineData("Keys:Algorithms:0")]
    [InlineData("Limits:PerNetworkAt:token")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Endpoints:Http:Url")]
    [InlineData("ConnectionStrings:Default")]
    [InlineData("Demo:Ports:Provider")]
    [InlineData("MAIL")]
    [InlineData("$schema")]
    public void A_key_of_ours_or_of_somebody_else_is_none(string key) => Assert.Empty(UnknownSettings.Faults(With(key, "1")));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("path", "PATH", 0)]
    [InlineData("path", "pth", 1)]
    [InlineData("path", "ptah", 1)]
    [InlineData("path", "bathe", 2)]
    [InlineData("", "abc", 3)]
    public void Spelling_counts_letters_put_in_left_out_changed_or_swapped(string left, string right, int distance) =>
        Assert.Equal(distance, Spelling.Distance(left, right));

    private static IConfiguration With(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
}
