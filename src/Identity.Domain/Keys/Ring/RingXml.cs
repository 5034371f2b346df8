using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Identity.Domain.Keys.Ring;

/// <summary>Closes the secret of a key again, by what is in use now, and leaves the key as it is.</summary>
internal static class RingXml
{
    private static readonly XName Closed = RingKey.Format + "encryptedSecret";
    private static readonly XName Marked = RingKey.Format + "requiresEncryption";

    public static XElement Reseal(XElement key, IXmlEncryptor encryptor, IServiceProvider services)
    {
        var copy = new XElement(key);
        foreach (var secret in copy.Descendants(Closed).ToList())
            secret.ReplaceWith(Open(secret, services));
        foreach (var secret in copy.Descendants().Where(element => (bool?)element.Attribute(Marked) == true).ToList())
            secret.ReplaceWith(Close(secret, encryptor));
        return copy;
    }

    private static XElement Open(XElement secret, IServiceProvider services)
    {
        var inner = secret.Elements().Single();
        IXmlDecryptor decryptor = inner.Name == KeyFileEncryptor.Element ? new KeyFileDecryptor(services) : new EncryptedXmlDecryptor(services);
        return decryptor.Decrypt(inner);
    }

    private static XElement Close(XElement secret, IXmlEncryptor encryptor)
    {
        // Encrypting XML asks for the document around the element.
        var alone = new XDocument(new XElement(secret)).Root!; // It was just put there.
        var closed = encryptor.Encrypt(alone);
        return new XElement(Closed, new XAttribute("decryptorType", closed.DecryptorType.AssemblyQualifiedName!), closed.EncryptedElement); // A type that can be made has a name.
    }
}
