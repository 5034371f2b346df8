namespace Identity.Domain.Notifications.Senders;

/// <summary>The server that takes our mail. Section <c>Mail</c>; without a host, mail goes to the mailbox page of Development.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the SMTP server; empty means the mailbox page.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Who we are to the server; empty when it asks nobody.</summary>
    public string UserName { get; set; } = "";

    /// <summary>What proves it.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that mail comes from.</summary>
    public string FromAddress { get; set; } = "";

    /// <summary>The name beside it.</summary>
    public string FromName { get; set; } = "";

    /// <summary>How long one exchange with the server may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS after STARTTLS; a server that does not offer it gets no mail (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>None: for a relay on this machine.</summary>
    None,
}
