using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Identity.Tests.Web;

namespace Identity.Tests.Domain.Verification.Levels;

public sealed class LevelsReaderTests
{
    private static readonly string Shipped = File.ReadAllText(Repository.At("config", "levels.json"));

    [Fact]
    public void What_is_shipped_is_sound() => Assert.Equal(
        ["eidas", "gpg45", "nhs", "nist", "onelogin"], LevelsReader.Read(Shipped).Frameworks.Keys.Order());

    [Theory]
    [InlineData("gpg45:high", LevelOfConfidence.High)]
    [InlineData("onelogin:P2", LevelOfConfidence.Medium)]
    [InlineData("nhs:P0", LevelOfConfidence.None)]
    [InlineData("nhs:P5", LevelOfConfidence.Low)]
    [InlineData("nhs:P9", LevelOfConfidence.Medium)]
    [InlineData("eidas:high", LevelOfConfidence.High)]
    public void A_level_of_any_scheme_is_so_sure(string level, LevelOfConfidence confidence) =>
        Assert.Equal(confidence, LevelsReader.Default.Find(level)?.Confidence);

    [Theory]
    [InlineData(null)]
    [InlineData("gpg45")]
    [InlineData("gpg45:P9")]
    [InlineData("gpg46:low")]
    [InlineData("gpg45:low:high")]
    public void There_is_no_other_level(string? level) => Assert.Null(LevelsReader.Default.Find(level));

    [Theory]
    [InlineData("\"2/2\"], \"fraud\": 1", "\"2/5\"], \"fraud\": 1", "profiles: L1A asks for the evidence '2/5'. Write strength/validity, each from 0 to 4, such as 3/2.")]
    [InlineData("\"R1A\": {", "\"L1A\": {", "profiles: L1A stands in two sets. Give one of them another name.")]
    [InlineData("\"fraud\": 3, \"verification\": 3 }", "\"fraud\": 4, \"verification\": 3 }", "profiles: V1A has the fraud score 4. Write a number from 0 to 3.")]
    [InlineData("[\"electronic_record\"]", "[\"record\"]", "profiles: R1A asks for the type 'record'. Write document, electronic_record, vouch or electronic_signature.")]
    [InlineData("\"profiles\": [\"R1A\"]", "\"profiles\": [\"R2A\"]", "frameworks: nhs:P5 names the profile R2A, which is none of those above. Write it there, or leave it out.")]
    [InlineData("\"levels\": [\"gpg45:high\"]", "\"levels\": [\"gpg46:high\"]", "frameworks: eidas:high names the level 'gpg46:high', which is none. Write framework:level, such as gpg45:low.")]
    [InlineData("\"levels\": [\"gpg45:high\"]", "\"levels\": [\"eidas:low\"]", "frameworks: eidas:high names the level eidas:low, which names others itself. Name those.")]
    [InlineData("\"levels\": [\"gpg45:high\"]", "\"levels\": [\"eidas:high\"]", "frameworks: eidas:high names the level eidas:high, which names others itself. Name those.")]
    [InlineData("\"levels\": [\"gpg45:high\"], ", "", "frameworks: eidas:high asks for no proof, and it is not the lowest. Name a profile or another level.")]
    [InlineData("\"vouch\": 1095, ", "", "lifetimes: evidence of the type vouch has no life. Write its days.")]
    [InlineData("\"vouch\": 1095", "\"vouch\": 0", "lifetimes: vouch counts for 0 days. Write a number from 1 to 36500.")]
    [InlineData("\"weight\": 15, \"days\": 365", "\"weight\": -1, \"days\": 365", "indicators: likeness-not-matched weighs -1. Write a number from 0 to 1000.")]
    public void A_fault_is_told_with_its_place_and_its_remedy(string sound, string broken, string fault) =>
        Assert.Contains(fault, Faults(Shipped.Replace(sound, broken, StringComparison.Ordinal)));

    [Fact]
    public void Every_fault_is_told()
    {
        var faults = Faults(Shipped
            .Replace("\"L1A\": { \"evidence\": [\"2/2\"], \"fraud\": 1", "\"L1A\": { \"evidence\": [\"2:2\"], \"fraud\": 9", StringComparison.Ordinal)
            .Replace("\"gpg45:medium\"", "\"medium\"", StringComparison.Ordinal));

        Assert.Equal(4, faults.Count); // The piece, its score, and the level that two others name.
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void What_is_no_such_file_is_told_so(string text) => Assert.Single(Faults(text));

    [Fact]
    public void A_name_that_nobody_reads_is_told() =>
        Assert.Contains("'fruad'", Assert.Single(Faults(Shipped.Replace("\"2/2\"], \"fraud\": 1", "\"2/2\"], \"fruad\": 1", StringComparison.Ordinal))), StringComparison.Ordinal);

    private static IReadOnlyList<string> Faults(string text) => Assert.Throws<BrokenLevelsException>(() => LevelsReader.Read(text)).Faults;
}
