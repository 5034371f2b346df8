using Identity.Web.Components;
using Identity.Web.Pages.Create;

namespace Identity.Tests.Web.Pages.Create;

public sealed class BirthDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("", "", "", "Birth", CreateProblems.BirthMissing)]
    [InlineData("", "3", "1985", "Birth.Day", CreateProblems.BirthDayMissing)]
    [InlineData("5", "", "1985", "Birth.Month", CreateProblems.BirthMonthMissing)]
    [InlineData("5", "3", " ", "Birth.Year", CreateProblems.BirthYearMissing)]
    [InlineData("5", "", "", "Birth.Month", CreateProblems.BirthMonthMissing)]
    [InlineData("31", "2", "1985", "Birth", CreateProblems.BirthNotReal)]
    [InlineData("5", "March", "1985", "Birth", CreateProblems.BirthNotReal)]
    [InlineData("22", "11", "2026", "Birth", CreateProblems.BirthInFuture)]
    [InlineData("1", "1", "2090", "Birth", CreateProblems.BirthInFuture)]
    public void A_date_that_cannot_be_one_says_why(string day, string month, string year, string field, string problem) =>
        Assert.Equal((null, field, problem), Read(day, month, year));

    [Fact]
    public void A_date_in_the_past_is_read() =>
        Assert.Equal((new DateOnly(1985, 3, 5), "", ""), Read("5", "3", "1985"));

    private static (DateOnly?, string, string) Read(string day, string month, string year) =>
        new BirthDateModel { Birth = new DateParts { Day = day, Month = month, Year = year } }.Read(Today);
}
