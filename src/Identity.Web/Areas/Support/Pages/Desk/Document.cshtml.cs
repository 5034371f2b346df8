using Identity.Domain.Support.Desk;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages.Desk;

/// <summary>S11: a document, compared with whoever brought it. What is not so is said on another page.</summary>
[Needs(Permission.Desk, Fresh = true)]
internal sealed class DocumentModel(DeskDecisions desk, Text text) : DeskPage(desk, text)
{
    private const int LongestNumber = 40;
    private const string Ticked = "true";

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    [BindProperty]
    public string? DocumentNumber { get; set; }

    [BindProperty]
    public string? Likeness { get; set; }

    [BindProperty]
    public string? Genuine { get; set; }

    [BindProperty]
    public string? InDate { get; set; }

    [BindProperty]
    public string? SameDetails { get; set; }

    public async Task<IActionResult> OnPostAsync() => Read() is { } compared ? await DecideAsync(compared, nameof(Document)) : Page();

    private DeskFinding.Compared? Read()
    {
        var isDocument = Enum.TryParse<DeskDocument>(Document, out var document) && Enum.IsDefined(document);
        var country = Country?.Trim().ToUpperInvariant() ?? "";
        // One document is one, however its number is spaced.
        var number = string.Concat((DocumentNumber ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        Require(isDocument, nameof(Document), "support.document.none");
        Require(country.Length == 3 && country.All(char.IsAsciiLetterUpper), nameof(Country), "support.document.noCountry");
        Require(number.Length is > 0 and <= LongestNumber, nameof(DocumentNumber), "support.document.noNumber");
        Require(Likeness == Ticked || (isDocument && !DeskFinding.HasPhoto(document)), nameof(Likeness), "support.document.unticked");
        Require(Genuine == Ticked, nameof(Genuine), "support.document.unticked");
        Require(InDate == Ticked, nameof(InDate), "support.document.unticked");
        Require(SameDetails == Ticked, nameof(SameDetails), "support.document.unticked");
        return ModelState.IsValid ? new(document, country, number) : null;
    }

    private void Require(bool isGiven, string field, string problem)
    {
        if (!isGiven)
            ModelState.AddModelError(field, Says[problem].ToString());
    }
}
