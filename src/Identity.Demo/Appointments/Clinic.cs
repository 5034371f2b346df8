using Identity.Demo.Hosting;

namespace Identity.Demo.Appointments;

/// <summary>Who works where, and when they are free. Invented, the same for the same citizen on the same day.</summary>
internal static class Clinic
{
    private static readonly string[] Reasons = ["Blood pressure check", "Medicine review", "Flu vaccination", "Eye test", "Physiotherapy", "Dental check-up"];
    private static readonly string[] Staff = ["Dr Amara Osei", "Nurse Tom Hughes", "Dr Mei Lin Chen", "Nurse Siân Pritchard", "Dr Farid Rahman"];
    private static readonly string[] Places = ["Riverside Clinic, room 4", "Riverside Clinic, room 7", "Mill Lane Surgery", "Harbour Health Centre"];

    /// <summary>What is in the diary of somebody who comes for the first time.</summary>
    public static IEnumerable<Appointment> FirstDiary(string subject, DateTime today)
    {
        var choice = new SeededChoice(subject);
        return choice.Some("reasons", Reasons, 3).Select((reason, index) =>
            At(choice, $"diary {index}", WorkingDay(today, 3 + 9 * index + choice.Number($"day {index}", 5)), reason));
    }

    /// <summary>The free times of the next two weeks.</summary>
    public static IEnumerable<Appointment> FreeTimes(string subject, DateTime today)
    {
        var choice = new SeededChoice(subject);
        return Enumerable.Range(0, 6).Select(index =>
            At(choice, $"free {index} {today:yyyyMMdd}", WorkingDay(today, 1 + 2 * index), "Appointment with your care team"));
    }

    private static Appointment At(SeededChoice choice, string purpose, DateTime day, string reason) =>
        new(day.AddHours(9).AddMinutes(15 * choice.Number($"{purpose} time", 30)), reason, choice.One($"{purpose} staff", Staff), choice.One($"{purpose} place", Places));

    private static DateTime WorkingDay(DateTime today, int days)
    {
        var day = today.Date.AddDays(days);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
    }
}
