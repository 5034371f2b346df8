using Identity.Demo.RelyingParty;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.Appointments.Pages;

internal sealed class BookModel(AppointmentBook book) : PageModel
{
    [BindProperty]
    public string? Time { get; init; }

    public string? Fault { get; private set; }

    public IReadOnlyList<Appointment> Free => book.FreeFor(User.Subject());

    public IActionResult OnPost()
    {
        if (book.Book(User.Subject(), Time)) return RedirectToPage("/Appointments", null, new { done = "booked" }, "main");
        Fault = Time is null ? "Select a time" : "That time is no longer free. Select another one";
        return Page();
    }
}
