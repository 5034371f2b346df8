using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Web.Components;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Pages.Create;

/// <summary>Name and date of birth as somebody types them in the fields First, Last and Birth; what is wrong stands by its field.</summary>
internal static class PersonAnswers
{
    /// <returns>The name, of which either part will do; null after a problem.</returns>
    public static PersonName? Name(ModelStateDictionary problems, Text text, string? first, string? last)
    {
        switch (PersonName.Read(first, last))
        {
            case PersonNameReading.Read(var name):
                return name;
            case PersonNameReading.Refused(var given, var family):
                NameModel.Refuse(problems, text, "First", given);
                NameModel.Refuse(problems, text, "Last", family);
                return null;
            default:
                problems.AddModelError("First", text[CreateProblems.NameMissing].ToString());
                return null;
        }
    }

    /// <returns>The date, or as much of it as they know; null after a problem.</returns>
    public static BirthDate? Birth(ModelStateDictionary problems, Text text, DateParts birth, bool inPart, DateOnly today)
    {
        var reading = BirthDate.Read(birth.Day, birth.Month, birth.Year, inPart, today, CultureInfo.CurrentUICulture);
        if (reading is BirthDateReading.Read(var date))
            return date;
        var (field, words) = BirthDateProblem.Of(reading, "Birth");
        problems.AddModelError(field, text[words].ToString());
        return null;
    }
}
