using System.Globalization;
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

    [Theory]
    [InlineData("en", "5 March 1985")]
    [InlineData("cy", "5 Mawrth 1985")]
    public void A_date_is_written_in_words(string locale, string expected) =>
        Assert.Equal(expected, In(locale, () => Words.Text.Date(new DateOnly(1985, 3, 5))));

    [Fact]
    public void The_months_are_Welsh_in_Welsh() =>
        Assert.Equal(
            ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
            In("cy", () => Enumerable.Range(1, 12).Select(month => Words.Text.Date(new DateOnly(1985, month, 1)).Split(' ')[1]).ToArray()));

    [Theory]
    [InlineData("2026-01-10T15:42:00Z", "3:42pm")]
    [InlineData("2026-07-10T15:42:00Z", "4:42pm")]
    [InlineData("2026-01-10T00:05:00Z", "12:05am")]
    [InlineData("2026-03-29T00:59:59Z", "12:59am")]
    [InlineData("2026-03-29T01:00:00Z", "2:00am")]
    [InlineData("2026-10-25T00:59:59Z", "1:59am")]
    [InlineData("2026-10-25T01:00:00Z", "1:00am")]
    public void A_clock_time_is_that_of_the_service(string moment, string expected) =>
        Assert.Equal(expected, Words.Text.Time(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    [Fact]
    public async Task A_zone_that_does_not_exist_stops_the_start()
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => LookHost.StartAsync(settings: ("Locales:TimeZone", "Europe/Atlantis")));
        Assert.Contains("Locales:TimeZone is 'Europe/Atlantis'", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "12:30am on 11 July 2026")]
    [InlineData("cy", "12:30am ar 11 Gorffennaf 2026")]
    public void A_moment_falls_on_the_local_day(string locale, string expected) =>
        Assert.Equal(expected, In(locale, () => Words.Text.Moment(new DateTimeOffset(2026, 7, 10, 23, 30, 0, TimeSpan.Zero))));

    [Fact]
    public void The_afternoon_is_no_evening_in_Welsh() =>
        Assert.Equal("12:42pm", In("cy", () => Words.Text.Time(new DateTimeOffset(2026, 1, 10, 12, 42, 0, TimeSpan.Zero))));

    [Theory]
    [InlineData("cy", "cy")]
    [InlineData("xx", "en")]
    public void Who_read_a_language_that_is_spoken_no_more_is_written_to_in_the_default(string once, string now) =>
        Assert.Equal(now, Words.Text.Spoken(once));

    private static T In<T>(string locale, Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(locale);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
