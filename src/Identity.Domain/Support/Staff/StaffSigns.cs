using System.Security.Cryptography;

namespace Identity.Domain.Support.Staff;

/// <summary>Short texts that are read out: who an agent is to citizens, and what two people hold against each other.</summary>
internal static class StaffSigns
{
    // No vowels and no look-alikes: it spells nothing, and is heard right.
    public const string Letters = "23456789BCDFGHJKMNPQRSTVWXZ";

    public static string New() => RandomNumberGenerator.GetString(Letters, 5);

    /// <summary>The same text for the same passkeys, and for no others.</summary>
    public static string MarkOf(IEnumerable<byte[]> credentials)
    {
        var hash = SHA256.HashData([.. credentials.SelectMany(id => SHA256.HashData(id))]);
        return new string([.. hash.Take(8).Select(value => Letters[value % Letters.Length])]);
    }
}
