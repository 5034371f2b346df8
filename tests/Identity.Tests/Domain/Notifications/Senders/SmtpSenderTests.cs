using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Testing;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Identity.Tests.Domain.Notifications.Senders;

[Spec("RFC 5321", "3.3")]
public sealed class SmtpSenderTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_as_it_was_written()
    {
        await using var server = new SmtpServer();

        await Sender(server).SendAsync("alice@example.test", new("Eich cod yw 042917 – ŵ", "Helo\n\n.\n042917 yw eich cod.\n"), Cancellation);

        var mail = await ParseAsync(Assert.Single(server.Messages));
        Assert.Equal("Eich cod yw 042917 – ŵ", mail.Subject);
        Assert.Equal("alice@example.test", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal(("Identity", "no-reply@example.org"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Equal("Helo\n\n..\n042917 yw eich cod.", mail.TextBody?.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(Now, mail.Date);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.EndsWith("@example.org", mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_cannot_add_a_header()
    {
        await using var server = new SmtpServer();

        await Sender(server).SendAsync("alice@example.test", new("Hello\r\nBcc: bob@example.test", "Text"), Cancellation);

        var mail = await ParseAsync(Assert.Single(server.Messages));
        Assert.Empty(mail.Bcc);
    }

    [Fact]
    public async Task What_the_server_refuses_is_thrown_for_the_outbox_to_try_again()
    {
        await using var server = new SmtpServer { RefusesReaders = true };

        await Assert.ThrowsAsync<SmtpCommandException>(() => Sender(server).SendAsync("alice@example.test", new("Hello", "Text"), Cancellation));

        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_server_without_starttls_gets_no_mail_when_tls_is_asked()
    {
        await using var server = new SmtpServer();

        await Assert.ThrowsAnyAsync<NotSupportedException>(() =>
            Sender(server, MailSecurity.StartTls).SendAsync("alice@example.test", new("Hello", "Text"), Cancellation));

        Assert.Empty(server.Messages);
    }

    private static SmtpSender Sender(SmtpServer server, MailSecurity security = MailSecurity.None) => new(Options.Create(new MailOptions
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = security,
        FromAddress = "no-reply@example.org",
        FromName = "Identity",
        Timeout = TimeSpan.FromSeconds(10),
    }), new FakeTimeProvider(Now));

    private static async Task<MimeMessage> ParseAsync(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await MimeMessage.LoadAsync(stream, Cancellation);
    }
}
