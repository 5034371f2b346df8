using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Partners.Traces;

/// <summary>What somebody reads on the page that told them of a request that could not be answered, and by which its developer finds it.</summary>
public static class RequestReference
{
    // None that is read for another, and no vowels, so that no word comes about.
    private const string Letters = "23456789BCDFGHJKMNPQRSTVWXZ";

    private const int Length = 8;

    /// <param name="requestId">The identifier of the request.</param>
    /// <returns>Eight letters and digits.</returns>
    public static string Of(string requestId) => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(requestId)).Take(Length).Select(octet => Letters[octet % Letters.Length]));
}
