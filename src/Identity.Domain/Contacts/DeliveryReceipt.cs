using Identity.Domain.Notifications;

namespace Identity.Domain.Contacts;

/// <summary>What became of a message that a gateway had taken.</summary>
public enum DeliveryStatus
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not, and might another time.</summary>
    Failed,

    /// <summary>It did not and never will: there is no such number or mailbox.</summary>
    Unreachable,
}

/// <summary>A gateway's word of it.</summary>
/// <param name="Reference">What we named the message by.</param>
/// <param name="Channel">How it travelled.</param>
/// <param name="Destination">Where to.</param>
/// <param name="Status">What became of it.</param>
public sealed record DeliveryReceipt(Guid? Reference, MessageChannel Channel, string Destination, DeliveryStatus Status)
{
    /// <summary>Never the destination: this text may find its way into a log.</summary>
    public override string ToString() => $"{nameof(DeliveryReceipt)} {Reference} {Status}";
}
