using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys.Ring;

/// <summary>Encrypts keys of the ring by AES-256-GCM under a <see cref="KeyFile"/>.</summary>
internal sealed class KeyFileEncryptor(KeyFile file) : IXmlEncryptor
{
    internal const string Element = "keyFile";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (nonce, cipher, tag) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using (var aes = new AesGcm(file.Key, tag.Length))
            aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(file.Id));
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(
            new XElement(Element, new XAttribute("id", file.Id), new XAttribute("nonce", Convert.ToBase64String(nonce)),
                new XAttribute("tag", Convert.ToBase64String(tag)), Convert.ToBase64String(cipher)),
            typeof(KeyFileDecryptor));
    }
}

/// <summary>Opens what <see cref="KeyFileEncryptor"/> has closed, by the file that is in use or one that was before.</summary>
internal sealed class KeyFileDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var id = (string?)encryptedElement.Attribute("id") ?? "";
        var file = services.GetRequiredService<IOptions<KeyOptions>>().Value.KeyFiles().FirstOrDefault(file => file.Id == id)
            ?? throw new CryptographicException($"There is no key file {id}.");

        var cipher = Convert.FromBase64String(encryptedElement.Value);
        var (plain, tag) = (new byte[cipher.Length], Bytes(encryptedElement, "tag"));
        using (var aes = new AesGcm(file.Key, AesGcm.TagByteSizes.MaxSize))
            aes.Decrypt(Bytes(encryptedElement, "nonce"), cipher, tag, plain, Encoding.UTF8.GetBytes(file.Id));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static byte[] Bytes(XElement element, string name) => Convert.FromBase64String((string?)element.Attribute(name) ?? "");
}
