using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C2: the password. Whatever is wrong, the answer is the same words.</summary>
internal sealed class PasswordModel : JourneyPage
{
    // Passwords of any length a person would type are read; what is longer is refused in words.
    [BindProperty]
    [Required(ErrorMessage = SignInProblems.PasswordMissing)]
    [StringLength(1024, ErrorMessage = SignInProblems.Wrong)]
    public string? Password { get; set; }

    /// <summary>The address typed before, as it was typed.</summary>
    public string Email { get; set; } = "";
}
