using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 3: a password, typed once and shown on demand.</summary>
internal sealed class PasswordModel : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.PasswordMissing)]
    [StringLength(1024, ErrorMessage = CreateProblems.PasswordTooLong)]
    public string? Password { get; set; }

    /// <summary>What a password manager saves the password with.</summary>
    public string Email { get; set; } = "";

    /// <summary>The fewest characters: 15 for a password that stands alone.</summary>
    public int Least { get; set; } = 15;
}
