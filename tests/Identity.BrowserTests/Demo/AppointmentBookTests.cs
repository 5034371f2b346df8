using Identity.Demo.Appointments;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Identity.BrowserTests.Demo;

public sealed class AppointmentBookTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_same_citizen_finds_the_same_diary_and_another_one_another()
    {
        Assert.Equal(new AppointmentBook(clock).Of("a"), new AppointmentBook(clock).Of("a"));
        Assert.NotEqual(new AppointmentBook(clock).Of("a"), new AppointmentBook(clock).Of("b"));
    }

    [Fact]
    public void Visits_are_on_working_days_to_come() =>
        Assert.All([.. new AppointmentBook(clock).Of("a"), .. new AppointmentBook(clock).FreeFor("a")], visit =>
        {
            Assert.True(visit.Time > clock.GetLocalNow().DateTime);
            Assert.DoesNotContain(visit.Time.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
        });

    [Fact]
    public void A_free_time_can_be_taken_once()
    {
        var book = new AppointmentBook(clock);
        var free = book.FreeFor("a")[0];

        Assert.True(book.Book("a", free.Id));
        Assert.False(book.Book("a", free.Id));
        Assert.Single(book.Of("a"), visit => visit.Id == free.Id);
        Assert.DoesNotContain(free, book.FreeFor("a"));
    }

    [Fact]
    public void A_cancelled_visit_is_gone_and_its_time_is_free_again()
    {
        var book = new AppointmentBook(clock);
        var free = book.FreeFor("a")[0];
        book.Book("a", free.Id);

        book.Cancel("a", free.Id);
        book.Cancel("a", free.Id);

        Assert.Null(book.Find("a", free.Id));
        Assert.Contains(free, book.FreeFor("a"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("209901010900")]
    public void A_time_that_is_not_offered_cannot_be_booked(string? id) =>
        Assert.False(new AppointmentBook(clock).Book("a", id));
}
