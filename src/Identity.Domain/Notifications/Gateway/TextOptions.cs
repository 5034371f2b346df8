namespace Identity.Domain.Notifications.Gateway;

/// <summary>The gateway for text messages and calls. Section <c>Texts</c>; without an address, Development keeps them for the mailbox page and elsewhere nobody is offered them.</summary>
public sealed class TextOptions
{
    /// <summary>Where the gateway is, such as <c>https://notify.example.org</c>; empty means the mailbox page.</summary>
    public string Address { get; set; } = "";

    /// <summary>Who we are to it. With a name each request carries a short-lived JWT signed with the key, without one the key itself.</summary>
    public string ServiceId { get; set; } = "";

    /// <summary>What proves it.</summary>
    public string Key { get; set; } = "";

    /// <summary>Who a text message comes from; empty leaves it to the gateway.</summary>
    public string SenderName { get; set; } = "";

    /// <summary>What the gateway sends along with its receipts; empty means that it sends none.</summary>
    public string ReceiptSecret { get; set; } = "";

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a gateway that has failed is left alone, while other ways are used.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromSeconds(30);
}
