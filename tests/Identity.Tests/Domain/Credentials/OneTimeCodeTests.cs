using FsCheck.Xunit;
using Identity.Domain.Credentials;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

[Spec("NIST SP 800-63B", "3.1.3.2")]
public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];

    [Fact]
    public void Is_six_digits_and_seldom_the_same_twice()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => OneTimeCode.Create().Digits).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9]{6}$", code));
        Assert.InRange(codes.Distinct().Count(), 195, 200);
    }

    [Theory]
    [InlineData("042917")]
    [InlineData("  042917\t")]
    [InlineData("042 917")]
    [InlineData("042-917")]
    [InlineData("0 4 2 – 9 1 7")]
    [InlineData("０４２９１７")]
    [InlineData("٠٤٢٩١٧")]
    [InlineData("\u200e042917\u200e")]
    public void Reads_the_same_digits_however_they_are_written(string typed)
    {
        var read = Assert.IsType<CodeReading.Read>(OneTimeCode.Read(typed));

        Assert.Equal("042917", read.Code.Digits);
    }

    [Theory]
    [InlineData(null, typeof(CodeReading.Empty))]
    [InlineData("", typeof(CodeReading.Empty))]
    [InlineData(" - ", typeof(CodeReading.Empty))]
    [InlineData("04291", typeof(CodeReading.TooShort))]
    [InlineData("0429170", typeof(CodeReading.TooLong))]
    [InlineData("o42917", typeof(CodeReading.NotDigits))]
    [InlineData("04291½", typeof(CodeReading.NotDigits))]
    [InlineData("0429.17", typeof(CodeReading.NotDigits))]
    public void Says_what_is_amiss_with_anything_else(string? typed, Type reading)
    {
        Assert.IsType(reading, OneTimeCode.Read(typed));
    }

    [Property]
    public bool Reads_anything_without_failing(string? typed) => OneTimeCode.Read(typed) is not null;

    [Fact]
    public void Reads_a_megabyte_as_too_long()
    {
        Assert.IsType<CodeReading.TooLong>(OneTimeCode.Read(new string('1', 1_000_000)));
    }

    [Fact]
    public void Matches_only_its_own_hash_under_the_same_key_and_salt()
    {
        var code = Assert.IsType<CodeReading.Read>(OneTimeCode.Read("042917")).Code;
        var other = Assert.IsType<CodeReading.Read>(OneTimeCode.Read("042918")).Code;
        var stored = code.Hash(Key, Salt);

        Assert.True(code.Matches(stored, Key, Salt));
        Assert.False(other.Matches(stored, Key, Salt));
        Assert.False(code.Matches(stored, Salt, Salt));
        Assert.False(code.Matches(stored, Key, Key));
    }

    [Fact]
    public void Never_writes_its_digits_into_a_log()
    {
        var code = OneTimeCode.Create();

        Assert.DoesNotContain(code.Digits, $"{code} {new CodeReading.Read(code)}", StringComparison.Ordinal);
    }
}
