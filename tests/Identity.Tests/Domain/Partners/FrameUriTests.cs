using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Domain.Partners;

[Spec("OpenID Connect Front-Channel Logout", "2")]
public sealed class FrameUriTests
{
    private static readonly Client Valid = TestClient.Appointments with { FrontchannelLogoutUri = "https://appointments.example/frame", FrontchannelLogoutSessionRequired = true };

    [Theory]
    [InlineData("https://appointments.example/frame")]
    [InlineData("https://appointments.example:443/frame?tenant=riverside")]
    [InlineData("https://APPOINTMENTS.example/")]
    public void Is_registered(string uri) => Assert.Empty(ClientValidator.Faults(Valid with { FrontchannelLogoutUri = uri }));

    [Fact]
    public void Is_registered_on_loopback() =>
        Assert.Empty(ClientValidator.Faults(Valid with { FrontchannelLogoutUri = "http://localhost:5101/frame", RedirectUris = ["http://localhost:5101/callback"] }));

    [Theory]
    [InlineData("https://other.example/frame", "host")]
    [InlineData("https://www.appointments.example/frame", "host")]
    [InlineData("https://appointments.example:8443/frame", "port")]
    [InlineData("http://appointments.example/frame", "https")]
    [InlineData("http://localhost:5101/frame", "scheme")]
    [InlineData("https://appointments.example/frame#now", "fragment")]
    [InlineData("https://user@appointments.example/frame", "user name")]
    [InlineData("https://*.example/frame", "wildcard")]
    [InlineData("javascript:alert(1)", "absolute")]
    [InlineData("/frame", "absolute")]
    public void Is_refused_with_what_is_wrong(string uri, string word)
    {
        var fault = Assert.Single(ClientValidator.Faults(Valid with { FrontchannelLogoutUri = uri }));

        Assert.StartsWith("frontchannel_logout_uri: ", fault, StringComparison.Ordinal);
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_where_only_its_scheme_is_that_of_a_redirect_URI() =>
        Assert.Single(ClientValidator.Faults(Valid with { ApplicationType = "native", RedirectUris = ["com.example.app:/callback"], SectorIdentifier = "example" }));

    [Fact]
    public void Who_needs_the_session_has_to_say_where_it_is_told() =>
        Assert.Contains("frontchannel_logout_session_required", Assert.Single(ClientValidator.Faults(Valid with { FrontchannelLogoutUri = null })), StringComparison.Ordinal);

    [Fact]
    public void Both_are_written_and_read_by_their_registered_names()
    {
        var json = ClientJson.Write(Valid);

        Assert.Contains("\"frontchannel_logout_uri\":\"https://appointments.example/frame\",\"frontchannel_logout_session_required\":true", json, StringComparison.Ordinal);
        Assert.Equal((Valid.FrontchannelLogoutUri, true), (ClientJson.Read(json).FrontchannelLogoutUri, ClientJson.Read(json).FrontchannelLogoutSessionRequired));
    }
}
