using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 2: the code from the e-mail. An address that has an account sees the same page.</summary>
internal sealed class CodeModel : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.CodeMissing)]
    [StringLength(32, ErrorMessage = CreateProblems.CodeTooLong)]
    public string? Code { get; set; }

    /// <summary>Where the code went.</summary>
    public string Email { get; set; } = "";

    /// <summary>Whether another code was just sent.</summary>
    public bool SentAgain { get; set; }
}
