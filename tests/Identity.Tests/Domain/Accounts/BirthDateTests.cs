using System.Globalization;
using FsCheck.Xunit;
using Identity.Domain.Accounts;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Accounts;

public sealed class BirthDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("29", "2", "1984", "1984-02-29")]
    [InlineData(" 01 ", "02", "1984", "1984-02-01")]
    [InlineData("1", "Feb", "1984", "1984-02-01")]
    [InlineData("1", "february", "1984", "1984-02-01")]
    [InlineData("１", "１２", "１９８４", "1984-12-01")]
    [InlineData("22", "11", "2026", "2026-11-22")]
    [InlineData("1", "1", "1890", "1890-01-01")]
    public void Accepts_a_day_somebody_alive_may_be_born_on(string day, string month, string year, string iso)
    {
        Assert.Equal(iso, Assert.IsType<BirthDateReading.Read>(Read(day, month, year)).Date.Iso);
    }

    [Fact]
    public void Reads_months_in_the_language_of_the_page()
    {
        var reading = BirthDate.Read("1", "Chwefror", "1984", inPart: false, Today, CultureInfo.GetCultureInfo("cy-GB"));

        Assert.Equal("1984-02-01", Assert.IsType<BirthDateReading.Read>(reading).Date.Iso);
    }

    [Fact]
    public void Says_which_fields_are_empty()
    {
        Assert.IsType<BirthDateReading.Empty>(Read("", null, " "));
        Assert.Equal(new BirthDateReading.Missing(false, true, true), Read("1", "", null));
        Assert.Equal(new BirthDateReading.Missing(true, false, false), Read(" ", "1", "1984"));
    }

    [Theory]
    [InlineData("30", "2", "1984")]
    [InlineData("29", "2", "1900")]
    [InlineData("0", "1", "1984")]
    [InlineData("1", "13", "1984")]
    [InlineData("1", "Smarch", "1984")]
    [InlineData("first", "1", "1984")]
    [InlineData("1", "1", "year")]
    [InlineData("1", "1", "0000")]
    [InlineData("-1", "1", "1984")]
    [InlineData("99999999999999999999", "1", "1984")]
    public void Refuses_a_day_that_is_none(string day, string month, string year)
    {
        Assert.IsType<BirthDateReading.NotADate>(Read(day, month, year));
    }

    [Theory]
    [InlineData("84")]
    [InlineData("01984")]
    public void Asks_for_the_whole_year(string year)
    {
        Assert.IsType<BirthDateReading.YearNotFull>(Read("1", "1", year));
    }

    [Fact]
    public void Refuses_tomorrow_and_the_distant_past()
    {
        Assert.IsType<BirthDateReading.InTheFuture>(Read("23", "11", "2026"));
        Assert.Equal(new BirthDateReading.TooLongAgo(new(1890, 1, 1)), Read("31", "12", "1889"));
    }

    /// <summary>Births are registered with a year alone, or a year and a month, in many places.</summary>
    [Theory]
    [Spec("OpenID Connect Core", "5.1")]
    [InlineData("29", "2", "1984", "1984-02-29", "1984-02-29")]
    [InlineData("", "2", "1984", "1984-02", "1984")]
    [InlineData(" ", "February", "1984", "1984-02", "1984")]
    [InlineData(null, null, "1984", "1984", "1984")]
    [InlineData("", "11", "2026", "2026-11", "2026")]
    [InlineData("", "", "2026", "2026", "2026")]
    [InlineData("", "", "1890", "1890", "1890")]
    public void Who_does_not_know_all_of_it_says_what_they_know(string? day, string? month, string? year, string iso, string claim)
    {
        var date = Assert.IsType<BirthDateReading.Read>(Read(day, month, year, inPart: true)).Date;

        Assert.Equal((iso, claim), (date.Iso, date.Claim));
        Assert.Equal(date, BirthDate.FromStored(iso));
    }

    [Fact]
    public void The_year_is_always_asked_for_and_a_day_without_its_month_is_no_date()
    {
        Assert.IsType<BirthDateReading.Empty>(Read("", "", "", inPart: true));
        Assert.Equal(new BirthDateReading.Missing(false, false, true), Read("", "2", "", inPart: true));
        Assert.Equal(new BirthDateReading.Missing(false, true, false), Read("1", "", "1984", inPart: true));
        Assert.Equal(new BirthDateReading.Missing(false, true, true), Read("1", "", "", inPart: true));
        Assert.IsType<BirthDateReading.NotADate>(Read("", "13", "1984", inPart: true));
        Assert.IsType<BirthDateReading.NotADate>(Read("30", "2", "1984", inPart: true));
        Assert.IsType<BirthDateReading.YearNotFull>(Read("", "", "84", inPart: true));
        Assert.IsType<BirthDateReading.InTheFuture>(Read("", "12", "2026", inPart: true));
        Assert.IsType<BirthDateReading.InTheFuture>(Read("", "", "2027", inPart: true));
        Assert.IsType<BirthDateReading.TooLongAgo>(Read("", "", "1889", inPart: true));
    }

    [Property]
    public bool Reads_anything_without_failing(string? day, string? month, string? year, bool inPart) => Read(day, month, year, inPart) is not null;

    [Theory]
    [InlineData("1984-02-29")]
    [InlineData("1984-02")]
    [InlineData("1984")]
    [InlineData(null)]
    public void Comes_back_from_a_table_as_it_was(string? iso) => Assert.Equal(iso, BirthDate.FromStored(iso)?.Iso);

    private static BirthDateReading Read(string? day, string? month, string? year, bool inPart = false) =>
        BirthDate.Read(day, month, year, inPart, Today, CultureInfo.GetCultureInfo("en-GB"));
}
