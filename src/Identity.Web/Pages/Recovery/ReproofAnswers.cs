using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Sdk;
using Identity.Web.Components;
using Identity.Web.Locales;
using Identity.Web.Pages.Create;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Pages.Recovery;

/// <summary>What somebody types of themselves for a verifier. Nothing of it comes from an account, and nothing is compared with one.</summary>
internal static class ReproofAnswers
{
    /// <summary>The most of an address.</summary>
    public const int LongestPlace = 500;

    /// <summary>Reads the name. Either part will do: many people have one name.</summary>
    public static IEnumerable<(string Claim, string Value)> Name(ModelStateDictionary problems, Text text, string? first, string? last)
    {
        switch (PersonName.Read(first, last))
        {
            case PersonNameReading.Read(var name):
                return [(ClaimNames.GivenName, name.Given ?? ""), (ClaimNames.FamilyName, name.Family ?? "")];
            case PersonNameReading.Refused(var given, var family):
                NameModel.Refuse(problems, text, "First", given);
                NameModel.Refuse(problems, text, "Last", family);
                return [];
            default:
                problems.AddModelError("First", text[CreateProblems.NameMissing].ToString());
                return [];
        }
    }

    /// <summary>Reads the date of birth, or as much of it as they know.</summary>
    public static IEnumerable<(string Claim, string Value)> Birth(ModelStateDictionary problems, Text text, DateParts birth, bool inPart, DateOnly today)
    {
        switch (BirthDate.Read(birth.Day, birth.Month, birth.Year, inPart, today, CultureInfo.CurrentUICulture))
        {
            case BirthDateReading.Read(var date):
                return [(ClaimNames.BirthDate, date.Iso)];
            case var refused:
                var (field, words) = BirthDateProblem.Of(refused, "Birth");
                problems.AddModelError(field, text[words].ToString());
                return [];
        }
    }
}
