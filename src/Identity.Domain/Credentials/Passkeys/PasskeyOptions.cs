namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Passkeys: for whom, from where, how many.</summary>
public sealed class PasskeyOptions
{
    /// <summary>The domain passkeys belong to, for good; the issuer's host while it is empty.</summary>
    public string RelyingPartyId { get; set; } = "";

    /// <summary>What authenticators call this service; its brand while it is empty.</summary>
    public string RelyingPartyName { get; set; } = "";

    /// <summary>Origins that may use these passkeys beside the issuer's.</summary>
    public IList<string> Origins { get; } = [];

    /// <summary>How long a challenge may wait for its answer.</summary>
    public TimeSpan CeremonyLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Most passkeys of one account.</summary>
    public int MostPerAccount { get; set; } = 20;

    /// <summary>File of the FIDO metadata BLOB. Without one no model of authenticators is known, and no member of staff can enrol.</summary>
    public string MetadataFile { get; set; } = "";

    /// <summary>How long past its due date metadata may still be relied on.</summary>
    public TimeSpan MetadataGrace { get; set; } = TimeSpan.FromDays(14);

    /// <summary>PEM files of roots that the signer of the metadata may lead to beside those shipped.</summary>
    public IList<string> MetadataRoots { get; } = [];
}
