using System.Globalization;
using FsCheck.Xunit;
using Identity.Domain.Accounts;
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
        var reading = BirthDate.Read("1", "Chwefror", "1984", Today, CultureInfo.GetCultureInfo("cy-GB"));

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

    [Property]
    public bool Reads_anything_without_failing(string? day, string? month, string? year) => Read(day, month, year) is not null;

    [Fact]
    public void Comes_back_from_a_table_as_it_was()
    {
        Assert.Null(BirthDate.FromStored(null));
        Assert.Equal("1984-02-29", BirthDate.FromStored("1984-02-29")?.Iso);
    }

    private static BirthDateReading Read(string? day, string? month, string? year) =>
        BirthDate.Read(day, month, year, Today, CultureInfo.GetCultureInfo("en-GB"));
}
