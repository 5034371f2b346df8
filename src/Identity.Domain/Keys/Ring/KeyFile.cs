using System.Buffers.Text;
using System.Security.Cryptography;

namespace Identity.Domain.Keys.Ring;

/// <summary>A 256-bit key in a file outside the database, which encrypts the ring: one line of text.</summary>
/// <param name="Id">Tells one file from another and says nothing of the key.</param>
internal sealed record KeyFile(string Id, byte[] Key)
{
    private const string Mark = "identity-key-1 ";
    private const int KeyBytes = 32;
    private const int LongestFile = 256;

    /// <returns>Nothing when the file is not there, may not be read, or is no key file.</returns>
    public static KeyFile? Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LongestFile || File.ReadAllText(path).Trim() is not { } text || !text.StartsWith(Mark, StringComparison.Ordinal))
                return null;
            var key = Base64Url.DecodeFromChars(text.AsSpan(Mark.Length));
            return key.Length == KeyBytes ? new KeyFile(Identify(key), key) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Makes a file that its owner alone may read.</summary>
    /// <exception cref="IOException">There is a file already, or its folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static KeyFile Create(string path)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(path, options))
            writer.WriteLine(Mark + Base64Url.EncodeToString(key));
        return new KeyFile(Identify(key), key);
    }

    private static string Identify(byte[] key) =>
        Base64Url.EncodeToString(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 9, info: "Identity key file id"u8.ToArray()));
}
