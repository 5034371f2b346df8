namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>A TPMS_ATTEST that certifies a key (TPM 2.0 Library, Part 2 §10.12.12).</summary>
internal sealed record TpmCertifyInfo(byte[] ExtraData, byte[] Name)
{
    private const uint Generated = 0xFF544347;
    private const int Certify = 0x8017;

    // clock, resetCount, restartCount and safe; then firmwareVersion.
    private const int ClockAndFirmware = 17 + 8;

    /// <exception cref="WebAuthnException">It is none.</exception>
    public static TpmCertifyInfo Parse(byte[] bytes)
    {
        var reader = new TpmReader(bytes);

        // A TPM made it, to certify.
        WebAuthnException.Unless(reader.U32() == Generated && reader.U16() == Certify, WebAuthnError.InvalidAttestation);
        reader.Sized();
        var extraData = reader.Sized();
        reader.Skip(ClockAndFirmware);
        var name = reader.Sized();
        reader.Sized();
        reader.End();
        return new(extraData, name);
    }
}
