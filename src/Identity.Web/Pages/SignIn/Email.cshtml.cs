using System.ComponentModel.DataAnnotations;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C1: who is signing in. The next page is the same for every address.</summary>
internal sealed class EmailModel : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = SignInProblems.EmailMissing)]
    [StringLength(254, ErrorMessage = SignInProblems.EmailFormat)]
    public string? Email { get; set; }

    /// <summary>The application that waits, if one does.</summary>
    public string? Application { get; set; }

    public Message Heading(Text text) => Application is null
        ? text["signIn.email.title"]
        : text["signIn.email.titleFor", ("app", Application)];
}
