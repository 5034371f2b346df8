using Identity.Domain.Accounts;

namespace Identity.Tests.Domain.Accounts;

/// <summary>Whether somebody has reached an age is said only when the part of their birth date that is known says it.</summary>
public sealed class AgeTests
{
    [Theory]
    [InlineData("2008-06-01", 18, true)]
    [InlineData("2008-06-02", 18, false)]
    [InlineData("2008-05-31", 18, true)]
    // Of a month or a year alone, only what every day of it has in common is known.
    [InlineData("2008-05", 18, true)]
    [InlineData("2008-06", 18, null)]
    [InlineData("2008-07", 18, false)]
    [InlineData("2007", 18, true)]
    [InlineData("2008", 18, null)]
    [InlineData("2009", 18, false)]
    public void An_age_is_reached_on_the_birthday(string born, int years, bool? reached) =>
        Assert.Equal(reached, BirthDate.FromStored(born)!.HasReached(years, new DateOnly(2026, 6, 1)));

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    public void Who_was_born_on_29_February_waits_for_1_March(string today, bool reached) =>
        Assert.Equal(reached, BirthDate.FromStored("2008-02-29")!.HasReached(18, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
}
