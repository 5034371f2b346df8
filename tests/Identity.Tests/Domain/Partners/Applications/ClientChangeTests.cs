using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;

namespace Identity.Tests.Domain.Partners.Applications;

/// <summary>What differs between two registrations, and how a change is carried over to a third.</summary>
public sealed class ClientChangeTests
{
    private static readonly Client Before = new()
    {
        ClientId = "a",
        ClientName = "Before",
        RedirectUris = ["https://a.example/1"],
        Consent = new() { Purpose = "To book.", Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(false, "Whom.") } },
    };

    [Fact]
    public void Each_member_that_differs_is_told_by_its_path() => Assert.Equal(
        [
            new MemberChange("client_name", "Before", "After"),
            new MemberChange("consent.claims.email.purpose", null, "To remind."),
            new MemberChange("consent.claims.email.required", null, "true"),
            new MemberChange("redirect_uris", "https://a.example/1", "https://a.example/1\nhttps://a.example/2"),
        ],
        ClientChange.Between(Before, Before with
        {
            ClientName = "After",
            RedirectUris = ["https://a.example/1", "https://a.example/2"],
            Consent = Before.Consent with { Claims = new Dictionary<string, ConsentTerm>(Before.Consent.Claims) { ["email"] = new(true, "To remind.") } },
        }));

    [Fact]
    public void What_is_the_same_differs_in_nothing() => Assert.Empty(ClientChange.Between(Before, Before with { }));

    [Fact]
    public void Two_changes_of_different_members_are_both_kept()
    {
        var theirs = Before with { ClientName = "Theirs" };
        var mine = Before with { RedirectUris = ["https://a.example/mine"] };

        var both = ClientChange.Onto(theirs, Before, mine);

        Assert.Equal("Theirs", both.ClientName);
        Assert.Equal(["https://a.example/mine"], both.RedirectUris);
    }

    [Fact]
    public void Two_changes_within_one_member_are_both_kept()
    {
        var theirs = Before with { Consent = Before.Consent with { Purpose = "Theirs." } };
        var mine = Before with { Consent = Before.Consent with { Claims = new Dictionary<string, ConsentTerm> { ["email"] = new(true, "Mine.") } } };

        var both = ClientChange.Onto(theirs, Before, mine);

        Assert.Equal("Theirs.", both.Consent.Purpose);
        Assert.Equal(["email"], both.Consent.Claims.Keys);
    }

    [Fact]
    public void What_was_taken_away_is_away() =>
        Assert.Null(ClientChange.Onto(Before with { ClientUri = "https://a.example", ClientName = "Theirs" }, Before with { ClientUri = "https://a.example" }, Before).ClientUri);

    [Theory]
    [InlineData("redirect URI 'x': use https.", "redirect_uris", "'x': use https.")]
    [InlineData("redirect URI: longer than 2048 characters. Shorten it.", "redirect_uris", "longer than 2048 characters. Shorten it.")]
    [InlineData("jwks: a key holds its private part.", "jwks", "a key holds its private part.")]
    public void A_fault_names_the_member_that_is_wrong(string line, string member, string words) => Assert.Equal(new ClientFault(member, words), ClientFault.Of(line));
}
