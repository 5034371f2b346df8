using System.Formats.Cbor;
using System.Security.Cryptography;
using Identity.Domain.Credentials.WebAuthn;
using Identity.Testing;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

[Spec("WebAuthn 3", "6.5.1.1")]
public sealed class CoseKeyTests
{
    [Theory]
    [InlineData(-7)]
    [InlineData(-8)]
    [InlineData(-35)]
    [InlineData(-36)]
    [InlineData(-257)]
    public void Reads_a_key_of_each_algorithm_and_checks_by_it(int algorithm)
    {
        var key = AuthenticatorKey.Create(algorithm);
        byte[] data = [1, 2, 3];

        var read = CoseKey.Parse(key.Cose);

        Assert.Equal(algorithm, (int)read.Algorithm);
        Assert.True(read.Verifies(data, key.Sign(data)));
        Assert.False(read.Verifies([1, 2, 4], key.Sign(data)));
    }

    [Fact]
    public void Refuses_a_key_with_bytes_to_spare() => Assert.Equal(WebAuthnError.Malformed, Error([.. AuthenticatorKey.Create(-7).Cose, 0]));

    [Fact]
    public void Refuses_a_parameter_it_does_not_need() =>
        Assert.Equal(WebAuthnError.InvalidPublicKey, Error(Map(6, cbor => Ec(cbor, extra: true))));

    [Fact]
    public void Refuses_a_point_beside_the_curve() => Assert.Equal(WebAuthnError.InvalidPublicKey, Error(Map(5, cbor => Ec(cbor, y: new byte[32]))));

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Refuses_another_curve_than_that_of_the_algorithm(int curve) =>
        Assert.Equal(WebAuthnError.InvalidPublicKey, Error(Map(5, cbor => Ec(cbor, curve))));

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void Refuses_a_coordinate_of_another_length(int length) =>
        Assert.Equal(WebAuthnError.InvalidPublicKey, Error(Map(5, cbor => Ec(cbor, y: new byte[length]))));

    [Theory]
    [InlineData(-65535)]
    [InlineData(-47)]
    [InlineData(0)]
    public void Refuses_an_algorithm_nobody_asks_for(int algorithm) =>
        Assert.Equal(WebAuthnError.UnsupportedAlgorithm, Error(Map(5, cbor => Ec(cbor, algorithm: algorithm))));

    [Theory]
    [InlineData(128, new byte[] { 1, 0, 1 })]
    [InlineData(513, new byte[] { 1, 0, 1 })]
    [InlineData(256, new byte[] { 1 })]
    [InlineData(256, new byte[] { 1, 0, 0 })]
    [InlineData(256, new byte[] { 0, 1, 0, 1 })]
    [InlineData(256, new byte[] { 1, 0, 0, 0, 1 })]
    public void Refuses_an_rsa_key_that_is_too_small_too_large_or_weak(int bytes, byte[] exponent)
    {
        var modulus = new byte[bytes];
        Array.Fill(modulus, (byte)0xFF);

        Assert.Equal(WebAuthnError.InvalidPublicKey, Error(Map(4, cbor =>
        {
            Label(cbor, 1, 3);
            Label(cbor, 3, -257);
            Label(cbor, -1, modulus);
            Label(cbor, -2, exponent);
        })));
    }

    [Fact]
    public void Refuses_labels_twice_out_of_order_or_of_text()
    {
        Assert.Equal(WebAuthnError.Malformed, Error([0xA2, 0x01, 0x02, 0x01, 0x02]));
        Assert.Equal(WebAuthnError.Malformed, Error([0xA2, 0x03, 0x26, 0x01, 0x02]));
        Assert.Equal(WebAuthnError.Malformed, Error([0xA1, 0x61, 0x61, 0x02]));
        Assert.Equal(WebAuthnError.Malformed, Error([0xBF, 0x01, 0x02, 0xFF]));
        Assert.Equal(WebAuthnError.Malformed, Error([]));
    }

    private static WebAuthnError Error(byte[] cose) => Assert.Throws<WebAuthnException>(() => CoseKey.Parse(cose)).Error;

    private static byte[] Map(int count, Action<CborWriter> labels)
    {
        var cbor = new CborWriter(CborConformanceMode.Lax);
        cbor.WriteStartMap(count);
        labels(cbor);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static void Ec(CborWriter cbor, int curve = 1, int algorithm = -7, byte[]? y = null, bool extra = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        Label(cbor, 1, 2);
        Label(cbor, 3, algorithm);
        if (extra)
            Label(cbor, 4, 2);
        Label(cbor, -1, curve);
        Label(cbor, -2, point.X!); // A key just made has a point.
        Label(cbor, -3, y ?? point.Y!);
    }

    private static void Label(CborWriter cbor, int label, object value)
    {
        cbor.WriteInt32(label);
        if (value is byte[] bytes)
            cbor.WriteByteString(bytes);
        else
            cbor.WriteInt32((int)value);
    }
}
