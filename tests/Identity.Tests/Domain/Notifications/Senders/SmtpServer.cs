using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Identity.Tests.Domain.Notifications.Senders;

/// <summary>A mail server of the outside world: takes messages on a loopback port, or refuses their readers.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public SmtpServer()
    {
        _listener.Start();
        _loop = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool RefusesReaders { get; init; }

    /// <summary>Whether it takes addresses of every script (RFC 6531).</summary>
    public bool TakesUtf8 { get; init; }

    public List<string> Messages { get; } = [];

    /// <summary>The envelopes: from whom, and to whom.</summary>
    public List<string> Envelopes { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await ServeAsync(reader, writer);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // Disposed, or the client has gone.
            }
        }
    }

    private async Task ServeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 example.org");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) || line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
                Envelopes.Add(line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync($"250-example.org\r\n{(TakesUtf8 ? "250-SMTPUTF8\r\n" : "")}250 8BITMIME");
                    break;
                case "RCPT" when RefusesReaders:
                    await writer.WriteLineAsync("550 No such mailbox");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 Go on");
                    Messages.Add(await ReadMessageAsync(reader));
                    await writer.WriteLineAsync("250 Taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 Goodbye");
                    return;
                default:
                    await writer.WriteLineAsync("250 Yes");
                    break;
            }
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
            message.AppendLine(line);
        return message.ToString();
    }
}
