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
    public static IEnumerable<(string Claim, string Value)> Name(ModelStateDictionary problems, Text text, string? first, string? last) =>
        PersonAnswers.Name(problems, text, first, last) is { } name ? [(ClaimNames.GivenName, name.Given ?? ""), (ClaimNames.FamilyName, name.Family ?? "")] : [];

    /// <summary>Reads the date of birth, or as much of it as they know.</summary>
    public static IEnumerable<(string Claim, string Value)> Birth(ModelStateDictionary problems, Text text, DateParts birth, bool inPart, DateOnly today) =>
        PersonAnswers.Birth(problems, text, birth, inPart, today) is { } date ? [(ClaimNames.BirthDate, date.Iso)] : [];
}
