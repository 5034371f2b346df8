using System.Net.Sockets;
using MailKit.Net.Smtp;

namespace Identity.Domain.Notifications;

/// <summary>Says why a message was not taken without the server's own words, which as a rule quote the address.</summary>
internal static class SendFailure
{
    public static string Describe(Exception exception) => exception switch
    {
        SmtpCommandException refused => $"SMTP {(int)refused.StatusCode} {refused.ErrorCode}",
        MessageRefusedException refused => refused.Message,
        HttpRequestException { StatusCode: { } status } => $"HTTP {(int)status}",
        { InnerException: SocketException socket } => $"{exception.GetType().Name} ({socket.SocketErrorCode})",
        SocketException socket => $"{nameof(SocketException)} ({socket.SocketErrorCode})",
        _ => exception.GetType().Name,
    };
}
