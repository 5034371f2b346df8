using Identity.Domain.Verification.Levels;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Levels;

public sealed class PersonDetailsTests
{
    [Theory]
    [InlineData("Alice", "Archer", "ALICE", "ARCHER")]
    [InlineData("Zoë", "Müller", "Zoe", "Muller")]
    [InlineData("Anne-Marie", "Smith-Jones", "Anne Marie", "Smith Jones")]
    [InlineData("Alice Mary", "Archer", "Mary Alice", "Archer")]
    [InlineData("Alice Mary", "Archer", "Alice", "Archer")]
    [InlineData("Sean", "O’Neill", "Seán", "O'NEILL")]
    [InlineData("Jürgen", "Groß", "JURGEN", "GROSS")]
    [InlineData("Søren", "Æbelø", "SOREN", "AEBELO")]
    [InlineData("Łukasz", "Wałęsa", "Lukasz", "Walesa")]
    [InlineData("Siân", "ap Rhys", "SIAN", "AP RHYS")]
    [InlineData("田中", "太郎", "田中", "太郎")]
    [InlineData("", "Suharto", "Suharto", "")]
    [InlineData("Zoe\u0308", "Archer", "Zo\u00eb", "Archer")]
    public void One_person_is_written_in_many_ways(string given, string family, string givenThere, string familyThere)
    {
        Assert.True(Person(given, family).IsSameAs(Person(givenThere, familyThere)));
        Assert.True(Person(givenThere, familyThere).IsSameAs(Person(given, family)));
    }

    [Theory]
    [InlineData("Alice", "Archer", "Alice", "Baker")]
    [InlineData("Alice", "Archer", "Anne", "Archer")]
    [InlineData("Alice Mary", "Archer", "Alice Jane", "Archer")]
    [InlineData("Alice", "Archer", "Alice", "Archer Baker")]
    [InlineData("Alice", "Archer", "", "Archer")]
    [InlineData("Alice", "Archer", "Archer", "")]
    public void Two_persons_stay_two(string given, string family, string givenThere, string familyThere)
    {
        Assert.False(Person(given, family).IsSameAs(Person(givenThere, familyThere)));
        Assert.False(Person(givenThere, familyThere).IsSameAs(Person(given, family)));
    }

    [Theory]
    [InlineData("1984-02-29", true)]
    [InlineData("1984", true)]
    [InlineData("1984-02-28", false)]
    [InlineData("1985", false)]
    public void A_birth_date_differs_where_both_know_it(string there, bool same) =>
        Assert.Equal(same, Person("Alice", "Archer").IsSameAs(Person("Alice", "Archer", there)));

    [Theory]
    [InlineData(null, null, "1984-02-29")]
    [InlineData("Alice", "Archer", null)]
    [InlineData("-", "'", "1984-02-29")]
    public void Who_is_not_named_cannot_be_compared(string? given, string? family, string? birthDate)
    {
        var claims = new Dictionary<string, string?> { [ClaimNames.GivenName] = given, [ClaimNames.FamilyName] = family, [ClaimNames.BirthDate] = birthDate };

        Assert.Null(PersonDetails.Of(claims.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!))); // Filtered just before.
    }

    private static PersonDetails Person(string given, string family, string birthDate = "1984-02-29") => PersonDetails.Of(new Dictionary<string, string>
    {
        [ClaimNames.GivenName] = given,
        [ClaimNames.FamilyName] = family,
        [ClaimNames.BirthDate] = birthDate,
    }) ?? throw new ArgumentException(given);
}
