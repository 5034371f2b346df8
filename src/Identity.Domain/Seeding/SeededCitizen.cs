using System.Globalization;
using Identity.Domain.Accounts;

namespace Identity.Domain.Seeding;

/// <summary>Who the citizen of a number is: the same person at every seeding, and nobody who exists.</summary>
internal sealed record SeededCitizen(long Number)
{
    private static readonly string[] Given = ["Alys", "Amara", "Bronwen", "Dafydd", "Elena", "Farid", "Grace", "Hana", "Idris", "Jan", "Lowri", "Mei", "Nadia", "Owain", "Priya", "Tomos"];
    private static readonly string[] Family = ["Adeyemi", "Bevan", "Clarke", "Davies", "Evans", "Fernandes", "Griffiths", "Hughes", "Iqbal", "Jones", "Kowalska", "Lloyd", "Morgan", "Nowak", "O'Brien", "Patel", "Rees", "Singh", "ap Gwilym"];
    private static readonly DateOnly FirstBirth = new(1930, 1, 1);

    /// <summary>The domain of RFC 2606 §2, which nobody can have mail at.</summary>
    public const string Domain = "seed.example";

    public string Email => string.Create(CultureInfo.InvariantCulture, $"citizen-{Number:D8}@{Domain}");

    public PersonName Name => PersonName.FromStored(Given[Number % Given.Length], Family[Number / Given.Length % Family.Length])!; // Both are given.

    public string BirthDate => FirstBirth.AddDays((int)(Number * 7919 % 28_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
