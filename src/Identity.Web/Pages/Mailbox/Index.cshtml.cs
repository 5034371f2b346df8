using System.Diagnostics;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.Mailbox;

/// <summary>What would have been sent, for a newcomer who has no mail server. In Development only.</summary>
internal sealed class IndexModel(Domain.Notifications.Senders.Mailbox mailbox, IHostEnvironment environment) : PageModel
{
    // Those that a journey waits for are among them.
    private const int Newest = 10;

    public IReadOnlyList<MailboxMessage> Messages { get; private set; } = [];

    /// <summary>How a message would have travelled, by the key of the words.</summary>
    public static string Travelled(MailboxMessage message) => message.Channel switch
    {
        MessageChannel.Email => "mailbox.email",
        MessageChannel.Text => "mailbox.text",
        MessageChannel.Voice => "mailbox.call",
        MessageChannel.Letter => "mailbox.letter",
        _ => throw new UnreachableException(),
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment())
            return new ErrorResult(ErrorView.NotFound);

        Messages = [.. (await mailbox.ListAsync(HttpContext.RequestAborted)).Take(Newest)];
        return Page();
    }
}
