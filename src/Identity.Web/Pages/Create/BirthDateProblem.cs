using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Web.Components;

namespace Identity.Web.Pages.Create;

internal static class BirthDateProblem
{
    /// <returns>The box that is wrong, else the question as a whole, and the key of why.</returns>
    public static (string Field, string Words) Of(BirthDateReading reading, string question) => reading switch
    {
        BirthDateReading.Empty => (question, CreateProblems.BirthMissing),
        BirthDateReading.Missing { Day: true } => ($"{question}.{nameof(DateParts.Day)}", CreateProblems.BirthDayMissing),
        BirthDateReading.Missing { Month: true } => ($"{question}.{nameof(DateParts.Month)}", CreateProblems.BirthMonthMissing),
        BirthDateReading.Missing => ($"{question}.{nameof(DateParts.Year)}", CreateProblems.BirthYearMissing),
        BirthDateReading.YearNotFull => ($"{question}.{nameof(DateParts.Year)}", CreateProblems.BirthYearShort),
        BirthDateReading.NotADate => (question, CreateProblems.BirthNotReal),
        BirthDateReading.InTheFuture => (question, CreateProblems.BirthInFuture),
        BirthDateReading.TooLongAgo => (question, CreateProblems.BirthTooLongAgo),
        _ => throw new UnreachableException(),
    };
}
