using Identity.Domain.Credentials.BackupCodes;

namespace Identity.Tests.Domain.Credentials;

public sealed class BackupCodeReadingTests
{
    private static readonly byte[] Key = [1, 2, 3];
    private static readonly Guid Account = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("0123-4567-89CD-FGHJ")]
    [InlineData("0123456789cdfghj")]
    [InlineData(" 0123 4567 89cd fghj\t")]
    [InlineData("0123\u20134567\u201389CD\u2013FGHJ")]
    [InlineData("oiz3-4s67-b9cd-fghj")]
    [InlineData("OlZ3-4S67-B9CD-FGHJ")]
    [InlineData("\u0660\u0661\u0662\u0663-4567-89CD-FGHJ")]
    public void Spaces_hyphens_case_look_alikes_and_other_digits_do_not_matter(string typed) =>
        Assert.Equal(Hash("0123456789CDFGHJ"), Hash(typed));

    [Theory]
    [InlineData("0123-4567-89CD-FGH")]
    [InlineData("0123-4567-89CD-FGHJ-K")]
    [InlineData("0123-4567-89CD-FGHA")]
    [InlineData("0123-4567-89CD-FGH\u0416")]
    [InlineData("0123-4567-89CD-FGH\ud800")]
    [InlineData("")]
    [InlineData(null)]
    public void What_can_be_no_code_is_none(string? typed) => Assert.Null(BackupCode.Read(typed));

    [Fact]
    public void A_megabyte_is_no_code_and_not_nothing()
    {
        var typed = new string(' ', 1_000_000);

        Assert.Null(BackupCode.Read(typed));
        Assert.False(BackupCode.IsEmpty(typed));
    }

    [Fact]
    public void A_new_one_reads_back_says_nothing_of_itself_and_is_never_the_same()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => BackupCode.Create()).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9CDFGHJKMNPQRTVWXY]{4}(-[0-9CDFGHJKMNPQRTVWXY]{4}){3}$", code.Grouped));
        Assert.All(codes, code => Assert.Equal(code.Hash(Key, Account), Hash(code.Grouped)));
        Assert.Equal(200, codes.Select(code => code.Grouped).Distinct().Count());
        Assert.Equal(nameof(BackupCode), codes[0].ToString());
    }

    private static byte[]? Hash(string typed) => BackupCode.Read(typed)?.Hash(Key, Account);
}
