using Identity.Web.Components;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Components;

public sealed class DateTests
{
    private readonly Rendering _page = new();

    [Theory]
    [InlineData("5", "3", "1985", "1985-03-05")]
    [InlineData(" 05 ", "03", "1985", "1985-03-05")]
    [InlineData("29", "2", "2024", "2024-02-29")]
    [InlineData("29", "2", "2023", null)]
    [InlineData("31", "4", "1985", null)]
    [InlineData("0", "3", "1985", null)]
    [InlineData("5", "13", "1985", null)]
    [InlineData("5", "3", "85", null)]
    [InlineData("-5", "3", "1985", null)]
    [InlineData("5", "March", "1985", null)]
    [InlineData("5", "3", "", null)]
    [InlineData(null, null, null, null)]
    public void Only_a_day_of_the_calendar_is_a_date(string? day, string? month, string? year, string? date) =>
        Assert.Equal(date, new DateParts { Day = day, Month = month, Year = year }.ToDate()?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_empty_boxes_are_known_by_name() =>
        Assert.Equal(["Day", "Year"], new DateParts { Month = "3" }.Missing);

    [Fact]
    public async Task A_problem_of_one_box_marks_that_box_alone()
    {
        _page.Refuse("Birth.Month", "Date of birth must include a month", "");
        string html = await WriteAsync();
        Assert.Single(html.Split("aria-invalid").Skip(1));
        Assert.Contains("must include a month</p>", html, StringComparison.Ordinal);
        Assert.Equal("Birth-Month", Assert.Single(PageFrame.Of(_page.View.HttpContext).Problems).FieldId);
    }

    [Fact]
    public async Task A_problem_of_the_date_marks_every_box_and_leads_to_the_first()
    {
        _page.Refuse("Birth", "Date of birth must be a real date");
        string html = await WriteAsync();
        Assert.Equal(3, html.Split("aria-invalid").Length - 1);
        Assert.Equal("Birth-Day", Assert.Single(PageFrame.Of(_page.View.HttpContext).Problems).FieldId);
    }

    [Fact]
    public async Task A_birthday_may_be_filled_in_by_the_browser() =>
        Assert.All(["bday-day", "bday-month", "bday-year"], async part => Assert.Contains(part, await WriteAsync(), StringComparison.Ordinal));

    private Task<string> WriteAsync() => _page.WriteAsync("id-date", new DateTagHelper(Words.Text)
    {
        For = _page.For("Birth", new DateParts()),
        Label = Message.Verbatim("Date of birth"),
        Birthday = true,
        ViewContext = _page.View,
    });
}
