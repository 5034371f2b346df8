namespace Identity.Domain.Accounts;

/// <summary>What a citizen typed where a postal address was asked for.</summary>
public abstract record PostalAddressReading
{
    private PostalAddressReading() { }

    /// <summary>An address: whether letters arrive there is not known yet.</summary>
    public sealed record Read(PostalAddress Address) : PostalAddressReading;

    /// <summary>Something is missing, or is no text that can be printed.</summary>
    /// <param name="Street">Whether it is house and street.</param>
    /// <param name="Town">Whether it is the town.</param>
    /// <param name="Postcode">Whether it is the postcode.</param>
    public sealed record Refused(bool Street, bool Town, bool Postcode) : PostalAddressReading;
}
