using Identity.Domain.Letters;
using Identity.Domain.Notifications;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Address;

/// <summary>Alice says where letters go.</summary>
public sealed class AddressTests : JourneyTest
{
    [Fact]
    public async Task Letters_go_there_from_then_on_and_she_is_told()
    {
        var details = await SaveAsync("1 High Street", "cf10 1aa");

        Assert.Contains("Your postal address is saved", details.Words, StringComparison.Ordinal);
        Assert.Equal("1 High Street\nCardiff\nCF10 1AA", (await Provider.Get<LetterAddresses>().FindAsync(Alice, TestContext.Current.CancellationToken))?.OnLetter(null));
        var mail = Assert.Single(await MailAsync(1));
        Assert.Equal((MessageChannel.Email, "The postal address of your Identity account was changed"), (mail.Channel, mail.Subject));
    }

    [Fact]
    public async Task The_former_address_hears_of_another_one()
    {
        await SaveAsync("1 High Street", "CF10 1AA");

        await SaveAsync("7 Thief Lane", "CF99 9ZZ");

        var letter = Assert.Single(await MailAsync(3), message => message.Channel is MessageChannel.Letter);
        Assert.Equal("Alice Archer\n1 High Street\nCardiff\nCF10 1AA", letter.Destination);
    }

    [Fact]
    public async Task A_house_may_take_several_lines()
    {
        await SaveAsync("Flat 2\r\n\r\n The Old School \r\n1 High Street", "CF10 1AA");

        Assert.Equal("Flat 2\nThe Old School\n1 High Street\nCardiff\nCF10 1AA", (await Provider.Get<LetterAddresses>().FindAsync(Alice, TestContext.Current.CancellationToken))?.OnLetter(null));
        Assert.Contains(">Flat 2\nThe Old School\n1 High Street</textarea>", (await Browser.OpenAsync("/account/address")).Html.ReplaceLineEndings("\n").Replace("&#xA;", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\n2\n3\n4\n5", "CF10 1AA", "Enter the house and street")]
    [InlineData("", "CF10 1AA", "Enter the house and street")]
    [InlineData("1 High Street", " ", "Enter the postcode")]
    [InlineData("1 High Street\u0007", "CF10 1AA", "Enter the house and street")]
    [InlineData("A street whose name is so long that it would run out of any window of any envelope", "CF10 1AA", "Enter the house and street")]
    public async Task What_cannot_be_printed_is_said_in_words(string street, string postcode, string problem)
    {
        var page = await SaveAsync(street, postcode);

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Null(await Provider.Get<LetterAddresses>().FindAsync(Alice, TestContext.Current.CancellationToken));
    }

    private async Task<Page> SaveAsync(string street, string postcode)
    {
        await Provider.SignInAsync(Browser, Alice);
        return await Browser.SubmitAsync(await Browser.OpenAsync("/account/address"), ("Street", street), ("Town", "Cardiff"), ("Postcode", postcode));
    }
}
