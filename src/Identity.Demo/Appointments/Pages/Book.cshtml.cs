using Identity.Demo.RelyingParty;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.Appointments.Pages;

internal sealed class BookModel(AppointmentBook book) : PageModel
{
    [BindProperty]
    public string? Time { get; init; }

    public string? Fault { get; private set; }

    public IReadOnlyList<Appointment> Free => book.FreeFor(User.Subject());

    // Anybody sees their visits; whoever books one keeps others from it, so the clinic wants to know who they are.
    private static readonly Uplift Known = new("P1.Cl");

    public IActionResult OnGet() => Known.IsMetBy(User) ? Page() : Challenge(Known.Properties("/book"), OpenIdConnectDefaults.AuthenticationScheme);

    public IActionResult OnPost()
    {
        if (!Known.IsMetBy(User)) return RedirectToPage();

        if (book.Book(User.Subject(), Time)) return RedirectToPage("/Appointments", null, new { done = "booked" }, "main");
        Fault = Time is null ? "Select a time" : "That time is no longer free. Select another one";
        return Page();
    }
}
