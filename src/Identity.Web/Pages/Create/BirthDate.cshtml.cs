using Identity.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 5, when an application asks: the date of birth.</summary>
internal sealed class BirthDateModel : JourneyPage
{
    [BindProperty]
    public DateParts Birth { get; set; } = new();

    /// <summary>The application that asks.</summary>
    public string Application { get; set; } = "";

    /// <summary>The date, or the field that is wrong and the key of why.</summary>
    public (DateOnly? Date, string Field, string Problem) Read(DateOnly today) => (Birth.Missing, Birth.ToDate()) switch
    {
        ({ Count: 3 }, _) => (null, nameof(Birth), CreateProblems.BirthMissing),
        ({ Count: > 0 } missing, _) => (null, $"{nameof(Birth)}.{missing[0]}", WithoutPart(missing[0])),
        (_, null) => (null, nameof(Birth), CreateProblems.BirthNotReal),
        (_, { } date) when date >= today => (null, nameof(Birth), CreateProblems.BirthInFuture),
        (_, { } date) => (date, "", ""),
    };

    private static string WithoutPart(string part) => part switch
    {
        nameof(DateParts.Day) => CreateProblems.BirthDayMissing,
        nameof(DateParts.Month) => CreateProblems.BirthMonthMissing,
        _ => CreateProblems.BirthYearMissing,
    };
}
