using System.Security.Claims;
using Identity.Demo.RelyingParty;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.Appointments.Pages;

internal sealed class AppointmentsModel(AppointmentBook book) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; init; }

    public IReadOnlyList<Appointment> Upcoming => book.Of(User.Subject());

    public string Heading => User.DisplayName() is { Length: > 0 } name ? $"Appointments for {name}" : "Your appointments";

    public string Reminders => User.FindFirstValue("email") is { } email
        ? $"We send reminders to {email}."
        : "You have not shared an email address with us, so we cannot send reminders.";

    public string? Notice => Done switch
    {
        "booked" => "Your appointment is booked.",
        "cancelled" => "Your appointment is cancelled.",
        _ => null,
    };
}
