using FsCheck.Xunit;
using Identity.Domain.Accounts;
using Xunit;

namespace Identity.Tests.Domain.Accounts;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Alice", "Moss", "Alice Moss")]
    [InlineData("Siân", "ap Gwilym", "Siân ap Gwilym")]
    [InlineData("Seán", "O'Neill", "Seán O'Neill")]
    [InlineData("Seán", "Ó’Néill", "Seán Ó’Néill")]
    [InlineData("Jean-Luc", "de la Tour", "Jean-Luc de la Tour")]
    [InlineData("Raj", "a/l Kumar", "Raj a/l Kumar")]
    [InlineData("J. R. R.", "Tolkien", "J. R. R. Tolkien")]
    [InlineData("Neus", "Gal·la", "Neus Gal·la")]
    [InlineData("Ludwig", "van der Rohe", "Ludwig van der Rohe")]
    [InlineData("Nia", "ferch Rhys", "Nia ferch Rhys")]
    [InlineData("Ángel", "y Gasset", "Ángel y Gasset")]
    [InlineData("Ana-María", "López-Núñez", "Ana-María López-Núñez")]
    [InlineData("ʻIolani", "Kaʻahumanu", "ʻIolani Kaʻahumanu")]
    [InlineData("小明", "王", "王小明")]
    [InlineData("太郎", "\U00020BB7野", "\U00020BB7野太郎")]
    [InlineData("\U0001E900\U0001E922", "", "\U0001E900\U0001E922")]
    [InlineData("Ελένη", "Παππά", "Ελένη Παππά")]
    [InlineData("فاطمه\u200cزهرا", "رضایی", "فاطمه\u200cزهرا رضایی")]
    [InlineData("Nguyễn Thị", "Ánh", "Nguyễn Thị Ánh")]
    [InlineData("မောင်", "လှ", "မောင် လှ")]
    [InlineData("X Æ", "A12", "X Æ A12")]
    [InlineData("محمد", "الأحمد", "محمد الأحمد")]
    [InlineData("कृष्ण", "शर्मा", "कृष्ण शर्मा")]
    [InlineData("Αλέξανδρος", "Παπαδόπουλος", "Αλέξανδρος Παπαδόπουλος")]
    [InlineData("太郎", "山田", "山田太郎")]
    [InlineData("민준", "김", "김민준")]
    public void Accepts_the_names_people_have(string given, string family, string full)
    {
        var name = Accepted(given, family);

        Assert.Equal((given, family, full), (name.Given, name.Family ?? "", name.Full));
    }

    [Theory]
    [InlineData("Suharto", null)]
    [InlineData("Suharto", "  ")]
    [InlineData(null, "Suharto")]
    [InlineData("", "Suharto")]
    public void Accepts_one_name_in_either_field(string? given, string? family)
    {
        Assert.Equal("Suharto", Accepted(given, family).Full);
    }

    [Fact]
    public void Tidies_spaces_and_the_normal_form()
    {
        var name = Accepted("  Zoe\u0308\u00a0 Mary ", "Moss\t");

        Assert.Equal(("Zoë Mary", "Moss"), (name.Given, name.Family));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", " ")]
    public void Tells_nothing_typed_from_something_wrong(string? given, string? family)
    {
        Assert.IsType<PersonNameReading.Empty>(PersonName.Read(given, family));
    }

    [Theory]
    [InlineData("https://example.test")]
    [InlineData("alice@example.test")]
    [InlineData("<b>Alice</b>")]
    [InlineData("12345")]
    [InlineData("- -")]
    [InlineData("Al\u202eice")]
    [InlineData("Al\0ice")]
    [InlineData("Al\u2066ice")]
    [InlineData("Al\u200eice")]
    [InlineData("Al\u001bice")]
    [InlineData("Al\ue000ice")]
    [InlineData("Alice🦊")]
    public void Refuses_what_would_be_a_link_mark_up_or_no_letters(string given)
    {
        Assert.Equal(new PersonNameReading.Refused(NameFault.NotAName, null), PersonName.Read(given, "Moss"));
    }

    [Fact]
    public void Names_the_fault_of_each_field()
    {
        Assert.Equal(new PersonNameReading.Refused(NameFault.TooLong, NameFault.NotAName), PersonName.Read(new('a', 101), "@"));
        Assert.Equal(new PersonNameReading.Refused(null, NameFault.TooLong), PersonName.Read(null, new('a', 1_000_000)));
        Assert.Equal(100, Accepted(new('a', 100), null).Full.Length);
    }

    [Fact]
    public void Counts_what_a_person_counts_and_not_what_a_computer_stores()
    {
        var hundred = string.Concat(Enumerable.Repeat("शि", 100));
        Assert.Equal(hundred, Accepted(hundred, null).Full);
        Assert.Equal(new PersonNameReading.Refused(NameFault.TooLong, null), PersonName.Read(hundred + "श", null));
        Assert.Equal(new PersonNameReading.Refused(NameFault.TooLong, null), PersonName.Read("a" + new string('\u0301', 400), null));
    }

    [Property]
    public bool Reads_anything_without_failing(string? given, string? family) => PersonName.Read(given, family) is not null;

    private static PersonName Accepted(string? given, string? family) =>
        Assert.IsType<PersonNameReading.Read>(PersonName.Read(given, family)).Name;
}
