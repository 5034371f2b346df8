using Identity.Domain.Credentials;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Testing;

namespace Identity.Tests.Domain.Credentials;

public sealed class AppSecretTests
{
    /// <summary>The key of RFC 6238, appendix B: the ASCII text 12345678901234567890.</summary>
    private const string Published = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [Spec("RFC 6238", "B")]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Shows_the_last_six_digits_of_the_published_codes(long seconds, string code) =>
        Assert.Equal(code, AppSecret.FromBase32(Published).CodeAt(DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [Spec("RFC 6238", "5.2")]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_either_way_is_near_enough(int steps, bool taken)
    {
        var (secret, now) = (AppSecret.FromBase32(Published), DateTimeOffset.FromUnixTimeSeconds(1111111111));
        var code = Assert.IsType<CodeReading.Read>(OneTimeCode.Read(secret.CodeAt(now.AddSeconds(30 * steps)))).Code;

        Assert.Equal(taken ? 1111111111 / 30 + steps : null, secret.StepOf(code, now));
    }

    [Fact]
    [Spec("RFC 4226", "4")]
    public void Has_160_bits_that_are_never_the_same()
    {
        var secret = AppSecret.Create();

        Assert.Matches("^[A-Z2-7]{32}$", secret.Base32);
        Assert.NotEqual(secret.Base32, AppSecret.Create().Base32);
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", secret.Grouped);
        Assert.Equal(secret.Base32, AppSecret.FromBase32(secret.Base32).Base32);
        Assert.DoesNotContain(secret.Base32, secret.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_names_the_service_and_the_account_as_apps_read_them()
    {
        var address = new Uri(AppSecret.FromBase32(Published).Address("My Town & Co", "alice+app@example.test"));

        Assert.Equal(("otpauth", "totp"), (address.Scheme, address.Host));
        Assert.Equal("/My Town & Co:alice+app@example.test", Uri.UnescapeDataString(address.AbsolutePath));
        var query = System.Web.HttpUtility.ParseQueryString(address.Query);
        Assert.Equal((Published, "My Town & Co", "SHA1", "6", "30"), (query["secret"], query["issuer"], query["algorithm"], query["digits"], query["period"]));
    }
}
