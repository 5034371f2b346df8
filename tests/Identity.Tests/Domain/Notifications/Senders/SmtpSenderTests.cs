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

    [Theory]
    [Spec("RFC 6531", "3.4")]
    [InlineData("用户@例え.jp")]
    [InlineData("δοκιμή@example.test")]
    public async Task An_address_of_any_script_is_written_as_its_owner_writes_it(string address)
    {
        await using var server = new SmtpServer { TakesUtf8 = true };

        await Sender(server).SendAsync(address, new("Helo", "Testun"), Cancellation);

        Assert.Contains(server.Envelopes, line => line.StartsWith("MAIL FROM:<no-reply@example.org>", StringComparison.Ordinal) && line.Contains("SMTPUTF8", StringComparison.Ordinal));
        Assert.Contains(server.Envelopes, line => line.StartsWith($"RCPT TO:<{address}>", StringComparison.Ordinal));
        Assert.Equal(address, Assert.Single((await ParseAsync(Assert.Single(server.Messages))).To.Mailboxes).Address);
    }

    [Fact]
    [Spec("RFC 5891", "4.4")]
    public async Task A_domain_of_any_script_asks_nothing_of_the_server()
    {
        await using var server = new SmtpServer();

        await Sender(server).SendAsync("alice@bücher.example", new("Helo", "Testun"), Cancellation);

        Assert.Contains(server.Envelopes, line => line.StartsWith("RCPT TO:<alice@xn--bcher-kva.example>", StringComparison.Ordinal));
    }

    [Fact]
    [Spec("RFC 6531", "3.1")]
    public async Task A_server_that_takes_no_such_address_is_named_for_the_operator_and_asked_nothing()
    {
        await using var server = new SmtpServer();

        var thrown = await Assert.ThrowsAsync<NotSupportedException>(() => Sender(server).SendAsync("用户@例え.jp", new("Helo", "Testun"), Cancellation));

        Assert.Equal("The mail server does not offer SMTPUTF8 (RFC 6531), so it cannot reach an address whose name is not ASCII.", thrown.Message);
        Assert.Empty(server.Messages);
        Assert.Empty(server.Envelopes);
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
