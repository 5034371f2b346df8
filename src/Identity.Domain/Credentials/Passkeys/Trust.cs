namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What its attestation and the metadata together say of a new passkey.</summary>
internal sealed record Trust(bool IsAttested, bool IsHardwareBound)
{
    public static Trust None { get; } = new(false, false);
}
