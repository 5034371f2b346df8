using System.Text;

namespace Identity.Domain.Partners;

/// <summary>Names of applications, which citizens tell them apart by.</summary>
public static class ClientNames
{
    /// <summary>RFC 8265 §3.3: the same in one case and one form.</summary>
    public static bool AreAlike(string one, string other) =>
        string.Equals(one.Normalize(NormalizationForm.FormKC).Trim(), other.Normalize(NormalizationForm.FormKC).Trim(), StringComparison.OrdinalIgnoreCase);
}
