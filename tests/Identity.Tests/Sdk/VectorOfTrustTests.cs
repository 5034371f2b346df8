using FsCheck;
using FsCheck.Xunit;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Sdk;

public sealed class VectorOfTrustTests
{
    [Theory]
    [Spec("RFC 8485", "3.1")]
    [InlineData("P9.Cp.Cd", "Cd.Cp.P9")]
    [InlineData("Cl.Cm.P2", "Cl.Cm.P2")]
    [InlineData("P0", "P0")]
    [InlineData("P0.P0", "P0")]
    public void Reads_components_in_any_order(string text, string same)
    {
        Assert.True(VectorOfTrust.TryParse(text, out var vector));
        Assert.Equal(same, vector.ToString());
        Assert.Equal(VectorOfTrust.Of(same.Split('.')), vector);
    }

    [Theory]
    [Spec("RFC 8485", "3.1")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("P2.")]
    [InlineData(".P2")]
    [InlineData("P2..Cm")]
    [InlineData("p2")]
    [InlineData("P22")]
    [InlineData("P")]
    [InlineData("P2 Cm")]
    [InlineData("P2.CM")]
    [InlineData("P٢")]
    public void Reads_nothing_else(string? text) => Assert.False(VectorOfTrust.TryParse(text, out _));

    [Fact]
    public void Reads_nothing_longer_than_its_maximum()
    {
        var longest = string.Join('.', Enumerable.Repeat("P2", 33)); // 98 characters.

        Assert.True(VectorOfTrust.TryParse(longest, out _));
        Assert.False(VectorOfTrust.TryParse(longest + ".P2", out _));
    }

    [Fact]
    public void Says_the_values_of_a_kind()
    {
        Assert.True(VectorOfTrust.TryParse("Cl.Cm.P2", out var vector));

        Assert.Equal(['l', 'm'], vector.Values('C'));
        Assert.Equal("Cl.Cm", vector.Only('C')?.ToString());
        Assert.Null(vector.Only('A'));
    }

    [Property]
    [Spec("RFC 8485", "3.1")]
    public bool Order_and_repetition_say_nothing(NonEmptyArray<byte> picks)
    {
        var components = picks.Get.Take(15).Select(pick => $"{(char)('A' + (pick % 26))}{"abcxyz0129"[pick % 10]}").ToList();

        return VectorOfTrust.TryParse(string.Join('.', components), out var vector)
            && VectorOfTrust.TryParse(string.Join('.', components.Order().Concat(components)), out var another)
            && vector.Equals(another) && vector.GetHashCode() == another.GetHashCode()
            && vector.Components.Count == components.Distinct().Count();
    }
}
