using Microsoft.Extensions.Options;

namespace Identity.Tests.Web.Locales;

public sealed class TextTests
{
    [Fact]
    public void A_missing_key_is_never_a_blank() =>
        Assert.Contains("'signIn.nothing'", Assert.Throws<KeyNotFoundException>(() => Words.Text["signIn.nothing"]).Message, StringComparison.Ordinal);

    [Fact]
    public void A_message_without_its_value_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Words.Text["frame.continue"]);

    [Fact]
    public void A_value_that_the_message_does_not_name_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Words.Text["frame.back", ("app", "Appointments")]);

    [Fact]
    public void The_name_of_the_service_needs_no_value() =>
        Assert.Equal("Sign in – Identity", Words.Text["frame.title", ("page", "Sign in")].ToString());

    [Fact]
    public void A_date_is_written_in_words() => Assert.Equal("5 March 1985", Words.Text.Date(new DateOnly(1985, 3, 5)));

    [Theory]
    [InlineData("2026-01-10T15:42:00Z", "3:42pm")]
    [InlineData("2026-07-10T15:42:00Z", "4:42pm")]
    [InlineData("2026-01-10T00:05:00Z", "12:05am")]
    public void A_clock_time_is_that_of_the_service(string moment, string expected) =>
        Assert.Equal(expected, Words.Text.Time(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task A_zone_that_does_not_exist_stops_the_start()
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => LookHost.StartAsync(settings: ("Locales:TimeZone", "Europe/Atlantis")));
        Assert.Contains("Locales:TimeZone is 'Europe/Atlantis'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_falls_on_the_local_day() =>
        Assert.Equal("12:30am on 11 July 2026", Words.Text.Moment(new DateTimeOffset(2026, 7, 10, 23, 30, 0, TimeSpan.Zero)));
}
