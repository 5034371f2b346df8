using Identity.Domain.Sessions;

namespace Identity.Tests.Domain.Sessions;

public sealed class UserAgentTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0", "Edge/Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", "Chrome/Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", "Safari/iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox/Linux")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15", "Safari/Mac")]
    [InlineData("curl/8.5.0", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void A_browser_is_named_as_its_owner_knows_it(string? header, string name) => Assert.Equal(name, UserAgent.Describe(header));

    [Fact]
    public void Nothing_of_a_hostile_one_is_kept() => Assert.Equal("/Windows", UserAgent.Describe("Windows<script>" + new string('x', 100_000)));
}
