using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 4, when an application asks: a name of any shape, one word or many.</summary>
internal sealed class NameModel : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.NameMissing)]
    [StringLength(200, ErrorMessage = CreateProblems.NameTooLong)]
    public string? First { get; set; }

    [BindProperty]
    [StringLength(200, ErrorMessage = CreateProblems.NameTooLong)]
    public string? Last { get; set; }

    /// <summary>The application that asks.</summary>
    public string Application { get; set; } = "";
}
