using Identity.Demo.RelyingParty;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.Appointments.Pages;

internal sealed class CancelModel(AppointmentBook book) : PageModel
{
    // Set by OnGet, which shows another page where there is none.
    public Appointment Appointment { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (book.Find(User.Subject(), id) is not { } appointment) return RedirectToPage("/Appointments");
        Appointment = appointment;
        return Page();
    }

    public IActionResult OnPost(string id)
    {
        book.Cancel(User.Subject(), id);
        return RedirectToPage("/Appointments", null, new { done = "cancelled" }, "main");
    }
}
