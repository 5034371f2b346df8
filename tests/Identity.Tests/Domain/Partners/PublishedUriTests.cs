using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Domain.Partners;

[Spec("OpenID Connect Back-Channel Logout 1.0", "2.2")]
public sealed class PublishedUriTests
{
    private static readonly Client Valid = TestClient.Appointments with { BackchannelLogoutUri = "https://appointments.example/logout", BackchannelLogoutSessionRequired = true };

    [Theory]
    [InlineData("https://appointments.example/logout")]
    [InlineData("https://appointments.example:8443/logout?tenant=riverside")]
    [InlineData("https://xn--bcher-kva.example/logout")]
    [InlineData("http://localhost:5101/backchannel-logout")]
    [InlineData("http://127.0.0.1:5101/")]
    [InlineData("http://[::1]:5101/")]
    public void Is_registered(string uri) => Assert.Empty(ClientValidator.Faults(Valid with { BackchannelLogoutUri = uri }));

    [Theory]
    [InlineData("/logout", "absolute")]
    [InlineData("", "absolute")]
    [InlineData("mailto:ops@appointments.example", "absolute")]
    [InlineData("https:logout", "absolute")]
    [InlineData("https://appointments.example/logout#now", "fragment")]
    [InlineData("https://*.appointments.example/logout", "wildcard")]
    [InlineData("https://user@appointments.example/logout", "user name")]
    [InlineData("http://appointments.example/logout", "https")]
    [InlineData("ftp://appointments.example/logout", "https")]
    [InlineData("https://\u0430ppointments.example/logout", "xn--")] // A Cyrillic letter.
    [InlineData("https://appointments.example/log out", "space")]
    [InlineData("https://appointments.example/log\u0000out", "control")]
    [InlineData("https://appointments.example/log\r\nout", "control")]
    public void Is_refused_with_what_is_wrong(string uri, string word)
    {
        var fault = Assert.Single(ClientValidator.Faults(Valid with { BackchannelLogoutUri = uri }));

        Assert.StartsWith("backchannel_logout_uri: ", fault, StringComparison.Ordinal);
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2048, 0)]
    [InlineData(2049, 1)]
    public void Has_a_length(int length, int faults) =>
        Assert.Equal(faults, ClientValidator.Faults(Valid with { BackchannelLogoutUri = "https://appointments.example/".PadRight(length, 'a') }).Count);

    [Fact]
    public void Who_needs_the_session_has_to_say_where_it_is_told() =>
        Assert.Contains("backchannel_logout_session_required", Assert.Single(ClientValidator.Faults(Valid with { BackchannelLogoutUri = null })), StringComparison.Ordinal);

    [Fact]
    public void Both_are_written_and_read_by_their_registered_names()
    {
        var json = ClientJson.Write(Valid);

        Assert.Contains("\"backchannel_logout_uri\":\"https://appointments.example/logout\",\"backchannel_logout_session_required\":true", json, StringComparison.Ordinal);
        Assert.Equal((Valid.BackchannelLogoutUri, true), (ClientJson.Read(json).BackchannelLogoutUri, ClientJson.Read(json).BackchannelLogoutSessionRequired));
    }
}
