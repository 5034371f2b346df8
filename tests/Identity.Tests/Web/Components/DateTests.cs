using Identity.Web.Components;
using Identity.Web.Locales;

namespace Identity.Tests.Web.Components;

public sealed class DateTests
{
    private readonly Rendering _page = new();

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
