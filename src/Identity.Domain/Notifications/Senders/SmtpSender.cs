using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace Identity.Domain.Notifications.Senders;

/// <summary>Hands mail to an SMTP server (RFC 5321), a connection a message: the outbox sends one after another.</summary>
internal sealed class SmtpSender(IOptions<MailOptions> options, TimeProvider clock) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.Email;

    public async Task SendAsync(string destination, RenderedMessage message, CancellationToken cancellationToken)
    {
        var value = options.Value;
        using var mail = Compose(destination, message);
        using var client = new SmtpClient { Timeout = (int)value.Timeout.TotalMilliseconds };
        await client.ConnectAsync(value.Host, value.Port, Security(value.Security), cancellationToken);
        if (value.UserName.Length > 0)
            await client.AuthenticateAsync(value.UserName, value.Password, cancellationToken);
        await client.SendAsync(Format(client, destination), mail, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    // RFC 6531 §3.1: the name of a mailbox goes as it is written or not at all; a domain has its ASCII form (RFC 5891).
    private static FormatOptions Format(SmtpClient client, string destination)
    {
        var format = FormatOptions.Default.Clone();
        format.International = !Ascii.IsValid(destination.AsSpan(0, destination.LastIndexOf('@')));
        return !format.International || client.Capabilities.HasFlag(SmtpCapabilities.UTF8)
            ? format
            : throw new NotSupportedException("The mail server does not offer SMTPUTF8 (RFC 6531), so it cannot reach an address whose name is not ASCII.");
    }

    private MimeMessage Compose(string destination, RenderedMessage message)
    {
        var mail = new MimeMessage
        {
            Date = clock.GetUtcNow(),
            Subject = message.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = message.Body },
        };
        var from = new MailboxAddress(Encoding.UTF8, options.Value.FromName, options.Value.FromAddress);
        mail.From.Add(from);
        // Or the name of this machine would stand in every message.
        mail.MessageId = MimeUtils.GenerateMessageId(from.Domain);
        mail.To.Add(new MailboxAddress(Encoding.UTF8, null, destination));
        // RFC 3834 §5: no absence note answers this.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
