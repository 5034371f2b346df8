using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 1: an address to reach the person at.</summary>
internal sealed class EmailModel : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.EmailMissing)]
    [StringLength(254, ErrorMessage = CreateProblems.EmailFormat)]
    public string? Email { get; set; }
}
