using Identity.Domain.DeviceAuthorization;
using Identity.Testing;

namespace Identity.Tests.Domain.DeviceAuthorization;

[Spec("RFC 8628", "6.1")]
public sealed class UserCodeTests
{
    [Theory]
    [InlineData("BCDFGHJK")]
    [InlineData("BCDF-GHJK")]
    [InlineData("bcdf ghjk")]
    [InlineData(" b-c d–f g\u00a0h j—k ")]
    [InlineData("\u200bBCDF\u2011GHJK\u200e")]
    public void Spaces_hyphens_and_case_do_not_matter(string typed) => Assert.Equal("BCDFGHJK", UserCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BCDFGHJ")]
    [InlineData("BCDFGHJKL")]
    [InlineData("BCDFGHJA")]
    [InlineData("BCDFGHJ1")]
    [InlineData("BCDF_GHJK")]
    [InlineData("ВСDFGHJK")]
    [InlineData("BCDFGHJ\ud83d\ude00")]
    [InlineData("BCDFGHJ\ud83d")]
    public void What_can_be_no_code_is_none(string? typed) => Assert.Null(UserCode.Read(typed));

    [Fact]
    public void What_is_too_long_is_none() => Assert.Null(UserCode.Read("BCDFGHJK" + new string(' ', 100)));

    [Theory]
    [InlineData(null, true)]
    [InlineData(" - ", true)]
    [InlineData("B", false)]
    public void Nothing_is_told_from_something(string? typed, bool empty) => Assert.Equal(empty, UserCode.IsEmpty(typed));

    [Fact]
    public void It_is_shown_in_two_groups() => Assert.Equal("BCDF-GHJK", UserCode.Group("BCDFGHJK"));
}
