using FsCheck.Xunit;
using Identity.Domain.Accounts;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Accounts;

[Spec("RFC 5321", "4.1.2"), Spec("RFC 5321", "4.5.3.1"), Spec("RFC 6531", "3.3")]
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("alice@example.test")]
    [InlineData("Alice.O'Neill+health@Example.TEST")]
    [InlineData("a@b.co")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.test")]
    [InlineData("ŵyn@bücher.example")]
    [InlineData("用户@例子.测试")]
    [InlineData("अजय@डाटा.भारत")]
    [InlineData("медведь@с-балалайкой.рф")]
    [InlineData("alice@xn--bcher-kva.example")]
    [InlineData("alice@a--b.example")]
    public void Accepts_an_address_of_any_script_and_keeps_its_spelling(string typed)
    {
        Assert.Equal(typed, Accepted(typed).Spelling);
    }

    [Theory]
    [InlineData("  alice@example.test\r\n")]
    [InlineData("\u00a0alice@example.test\u3000")]
    [InlineData("\ufeff\u200balice@example.test\u200e")]
    public void Drops_what_surrounds_an_address(string typed)
    {
        Assert.Equal("alice@example.test", Accepted(typed).Spelling);
    }

    [Theory]
    [InlineData("alice@example.test", "ALICE@Example.Test")]
    [InlineData("zoë@example.test", "ZOE\u0308@example.test")]
    [InlineData("alice@bücher.example", "alice@BÜCHER.example")]
    [InlineData("alice@bücher.example", "alice@XN--BCHER-KVA.example")]
    [InlineData("alice@例え.テスト", "alice@例え。テスト")]
    [InlineData("用户@例え.jp", "用户@xn--r8jz45g.jp")]
    [InlineData("用户@例え.jp", "用户@XN--R8JZ45G.JP")]
    [InlineData("δοκιμή@παράδειγμα.δοκιμή", "ΔΟΚΙΜΉ@xn--hxajbheg2az3al.xn--jxalpdlp")]
    public void Two_spellings_of_one_mailbox_are_equal(string one, string other)
    {
        Assert.Equal(Accepted(one), Accepted(other));
        Assert.Equal(Accepted(one).GetHashCode(), Accepted(other).GetHashCode());
    }

    // Letters that only look alike, or that only upper case makes one, must not open another's account.
    [Theory]
    [InlineData("sam@example.test", "ſam@example.test")]
    [InlineData("mike@example.test", "mıke@example.test")]
    [InlineData("alice@example.test", "аlice@example.test")]
    [InlineData("alice@example.test", "alice+x@example.test")]
    [InlineData("a.lice@example.test", "alice@example.test")]
    [InlineData("alice@fass.example", "alice@faß.example")]
    [InlineData("alice@apple.example", "alice@аррӏе.example")]
    [InlineData("zoe@example.test", "zoë@example.test")]
    public void Two_mailboxes_are_never_one(string one, string other)
    {
        Assert.NotEqual(Accepted(one), Accepted(other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("\u200b")]
    public void Tells_nothing_typed_from_something_wrong(string? typed)
    {
        Assert.IsType<EmailReading.Empty>(EmailAddress.Read(typed));
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("@example.test")]
    [InlineData("alice@")]
    [InlineData("alice@localhost")]
    [InlineData("alice@192.0.2.1")]
    [InlineData("alice@[192.0.2.1]")]
    [InlineData("alice@@example.test")]
    [InlineData("al ice@example.test")]
    [InlineData("alice@exam ple.test")]
    [InlineData("alice@example..test")]
    [InlineData("alice@example.test.")]
    [InlineData("alice@-example.test")]
    [InlineData("alice@example-.test")]
    [InlineData("alice@exa_mple.test")]
    [InlineData("alice@xn--zzzzzz.test")]
    [InlineData(".alice@example.test")]
    [InlineData("alice.@example.test")]
    [InlineData("al..ice@example.test")]
    [InlineData("\"alice\"@example.test")]
    [InlineData("Alice <alice@example.test>")]
    [InlineData("alice@example.test,bob@example.test")]
    [InlineData("alice@example.test\r\nBcc: bob@example.test")]
    [InlineData("alice\0@example.test")]
    [InlineData("al\u202eice@example.test")]
    [InlineData("al\u200bice@example.test")]
    [InlineData("alice@exam\u202eple.test")]
    [InlineData("alice@exam\u200bple.test")]
    [InlineData("alice@exam\u00adple.test")]
    [InlineData("alice@exam\u2066ple.test")]
    public void Refuses_what_is_no_address(string typed)
    {
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read(typed));
    }

    [Fact]
    public void Refuses_half_a_character()
    {
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read("alice" + (char)0xD83E + "@example.test"));
    }

    [Fact]
    public void Accepts_64_octets_before_the_at_and_254_in_all()
    {
        var local = new string('a', 64);
        var domain = string.Join('.', new string('b', 63), new string('c', 63), new string('d', 56), "test");

        Assert.Equal(254, Accepted($"{local}@{domain}").Spelling.Length);
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read($"{local}a@example.test"));
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read($"{local}@d{domain}"));
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read($"{new string('ŵ', 33)}@example.test"));
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read($"alice@{new string('b', 64)}.test"));
        Assert.IsType<EmailReading.NotAnAddress>(EmailAddress.Read(new string('a', 1_000_000) + "@example.test"));
    }

    [Property]
    public bool Reads_anything_without_failing_and_what_it_accepted_again(string? typed) =>
        EmailAddress.Read(typed) is not EmailReading.Read { Address: var address }
        || (EmailAddress.Parse(address.Spelling).Equals(address) && address.Key.Length <= EmailAddress.LongestKey);

    [Fact]
    public void Never_writes_itself_into_a_log()
    {
        var address = Accepted("alice@example.test");

        Assert.DoesNotContain("alice", $"{address} {new EmailReading.Read(address)}", StringComparison.Ordinal);
    }

    private static EmailAddress Accepted(string typed) => Assert.IsType<EmailReading.Read>(EmailAddress.Read(typed)).Address;
}
