using System.Globalization;
using Identity.Domain.Accounts;
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
    [InlineData("5", "3", "85", "Birth.Year", CreateProblems.BirthYearShort)]
    [InlineData("31", "2", "1985", "Birth", CreateProblems.BirthNotReal)]
    [InlineData("23", "11", "2026", "Birth", CreateProblems.BirthInFuture)]
    [InlineData("1", "1", "2090", "Birth", CreateProblems.BirthInFuture)]
    [InlineData("1", "1", "1700", "Birth", CreateProblems.BirthTooLongAgo)]
    public void A_date_that_cannot_be_one_says_why(string day, string month, string year, string field, string words) =>
        Assert.Equal((field, words), BirthDateProblem.Of(BirthDate.Read(day, month, year, inPart: false, Today, CultureInfo.GetCultureInfo("en")), "Birth"));
}
