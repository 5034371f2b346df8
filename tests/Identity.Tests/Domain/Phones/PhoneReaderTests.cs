using FsCheck.Xunit;
using Identity.Domain.Phones;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Domain.Phones;

[Spec("ITU-T E.164", "6")]
public sealed class PhoneReaderTests
{
    private static readonly PhoneReader Reader = new(Options.Create(new PhoneOptions()));

    [Theory]
    [InlineData("07400 123123")]
    [InlineData("+44 7400 123123")]
    [InlineData("0044 7400 123 123")]
    [InlineData("+44 (0)7400 123123")]
    [InlineData(" 07400-123-123 ")]
    [InlineData("٠٧٤٠٠ ١٢٣١٢٣")]
    public void A_mobile_is_read_however_it_is_written(string typed) =>
        Assert.Equal(new PhoneReading.Read(new("+447400123123", TakesTexts: true)), Reader.Read(typed));

    [Theory]
    [InlineData("020 7946 0000", "+442079460000")]
    [InlineData("01534 440000", "+441534440000")]
    public void A_landline_is_called_and_not_sent_texts(string typed, string e164) =>
        Assert.Equal(new PhoneReading.Read(new(e164, TakesTexts: false)), Reader.Read(typed));

    [Theory]
    [InlineData("0909 879 0000")]
    [InlineData("0871 200 0000")]
    [InlineData("0845 600 0000")]
    [InlineData("070 1234 5678")]
    [InlineData("0800 400 100")]
    public void A_number_that_costs_more_or_is_nobodys_telephone_is_refused(string typed) =>
        Assert.Equal(new PhoneReading.Costly(), Reader.Read(typed));

    [Theory]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("+1 212 555 0123")]
    [InlineData("+960 771 2345")]
    public void A_country_that_is_not_served_is_refused(string typed) =>
        Assert.Equal(new PhoneReading.OtherCountry(), Reader.Read(typed));

    [Fact]
    public void The_settings_say_which_countries_are_served()
    {
        var options = new PhoneOptions { Region = "FR" };
        options.Countries.Add("fr");

        var reader = new PhoneReader(Options.Create(options));

        Assert.Equal(new PhoneReading.Read(new("+33612345678", TakesTexts: true)), reader.Read("06 12 34 56 78"));
        Assert.Equal(new PhoneReading.OtherCountry(), reader.Read("+44 7400 123123"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("07400 1231234")]
    [InlineData("999")]
    [InlineData("+44 20 7946 0000 ext. 12")]
    [InlineData("00000000000")]
    public void What_no_telephone_has_is_no_number(string typed) =>
        Assert.Equal(new PhoneReading.NotANumber(), Reader.Read(typed));

    [Fact]
    public void A_megabyte_is_no_number() => Assert.Equal(new PhoneReading.NotANumber(), Reader.Read(new string('7', 1_000_000)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_is_nothing(string? typed) => Assert.Equal(new PhoneReading.Empty(), Reader.Read(typed));

    [Property]
    public bool Whatever_is_typed_is_read_to_a_number_that_reads_to_itself(string? typed) =>
        Reader.Read(typed) is not PhoneReading.Read { Number: var number }
        || (number.E164.Length <= PhoneNumber.Longest && Reader.Read(number.E164) == new PhoneReading.Read(number));

    [Fact]
    public void A_number_shows_its_last_figures_and_never_itself_by_accident()
    {
        var number = new PhoneNumber("+447400123123", TakesTexts: true);

        Assert.Equal(("123", "GB"), (number.Ending, number.Country));
        Assert.DoesNotContain("7400", number.ToString(), StringComparison.Ordinal);
    }
}
