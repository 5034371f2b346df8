namespace Identity.Domain.Phones;

/// <summary>What a citizen typed where a telephone number was asked for.</summary>
public abstract record PhoneReading
{
    private PhoneReading() { }

    /// <summary>A number that codes can go to: whether it is theirs is not known yet.</summary>
    public sealed record Read(PhoneNumber Number) : PhoneReading;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : PhoneReading;

    /// <summary>No telephone has such a number.</summary>
    public sealed record NotANumber : PhoneReading;

    /// <summary>Whoever calls or texts it pays more than for a usual one, or it is no telephone of one person's.</summary>
    public sealed record Costly : PhoneReading;

    /// <summary>A country that codes are not sent to.</summary>
    public sealed record OtherCountry : PhoneReading;
}
