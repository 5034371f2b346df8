using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Verification.Levels;

/// <summary>The profiles of GPG 45, written down here a second time: evidence, then activity, fraud and verification.</summary>
[Spec("GPG 45", "identity profiles")]
public sealed class ProfileTableTests
{
    private const string Table = """
        L1A low 2/2 011; L1B low 3/2 001; L1C low 1/1 322; L2A low 1/1,1/1 212; L2B low 1/1,1/1 221; L3A low 1/1,1/1,1/1 211;
        M1A medium 4/2 012; M1B medium 3/2 122; M1C medium 3/3 003; M1D medium 2/2 213; M2A medium 2/2,2/2 322; M2B medium 3/2,2/2 112;
        M2C medium 3/2,2/2 013; M3A medium 2/2,2/2,2/2 222;
        H1A high 4/3 013; H1B high 3/3 213; H1C high 4/3 004; H2A high 2/2,2/2 323; H2B high 4/2,3/2 023; H2C high 3/3,2/2 113;
        H2D high 3/3,3/2 013; H2E high 4/3,3/3 003; H3A high 2/2,2/2,2/2 223;
        V1A very-high 4/3 033; V1B very-high 4/4 013; V1C very-high 4/3 114; V1D very-high 4/4 004; V2A very-high 3/3,3/3 323;
        V2B very-high 4/3,3/3 023; V2C very-high 4/3,2/2 223; V2D very-high 4/4,4/4 003; V3A very-high 3/3,2/2,2/2 333
        """;

    private static readonly Row[] Rows = [.. Table.Split(';').Select(Row.Read)];

    public static TheoryData<string> Profiles => [.. Rows.Select(row => row.Name)];

    [Fact]
    public void There_are_32_profiles_and_no_other_is_among_the_levels()
    {
        Assert.Equal(32, Rows.Length);
        Assert.Equal(Rows.Select(row => $"{row.Level} {row.Name}"),
            LevelsReader.Default.Frameworks["gpg45"].Levels.SelectMany(level => level.Profiles.Select(profile => $"{level.Name} {profile.Name}")));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_profile_is_met_by_evidence_of_exactly_its_scores_in_whatever_order(string name)
    {
        var row = Rows.Single(candidate => candidate.Name == name);

        foreach (var order in Orders(row.Evidence()))
        {
            Assert.NotNull(Gpg45.Match(LevelsReader.Default.Profiles[name], [.. order.Select(item => new ScoredEvidence(item, item.Scores))]));
            Assert.Equal(row.Level, Pieces.Judge("gpg45", order).Granted?.Level.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_profile_is_not_met_when_one_score_is_one_too_low(string name)
    {
        var row = Rows.Single(candidate => candidate.Name == name);
        var lower = row.OneLower().ToList();

        Assert.NotEmpty(lower);
        Assert.All(lower, less => Assert.Null(Gpg45.Match(LevelsReader.Default.Profiles[name], [.. less.Evidence().Select(item => new ScoredEvidence(item, item.Scores))])));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void No_profile_is_met_by_the_scores_of_one_that_counts_no_more(string name)
    {
        var row = Rows.Single(candidate => candidate.Name == name);
        var rank = LevelsReader.Default.Frameworks["gpg45"].Find(row.Level)?.Rank;

        Assert.DoesNotContain(LevelsReader.Default.Frameworks["gpg45"].Levels.Where(level => level.Rank >= rank).SelectMany(level => level.Profiles),
            profile => profile.Name != name && Gpg45.Match(profile, [.. row.Evidence().Select(item => new ScoredEvidence(item, item.Scores))]) is not null);
    }

    private static IEnumerable<List<HeldEvidence>> Orders(List<HeldEvidence> evidence) => evidence.Count <= 1
        ? [evidence]
        : evidence.SelectMany(first => Orders([.. evidence.Where(item => item != first)]).Select(rest => (List<HeldEvidence>)[first, .. rest]));

    private sealed record Row(string Name, string Level, (int Strength, int Validity)[] Items, int Activity, int Fraud, int Verification)
    {
        public static Row Read(string text)
        {
            var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(parts[0], parts[1], [.. parts[2].Split(',').Select(item => (item[0] - '0', item[2] - '0'))], parts[3][0] - '0', parts[3][1] - '0', parts[3][2] - '0');
        }

        // The scores of the other kinds come with the last piece: it does not matter which.
        public List<HeldEvidence> Evidence() => [.. Items.Select((item, at) => at == Items.Length - 1
            ? Pieces.Of(item.Strength, item.Validity, Activity, Fraud, Verification, $"piece {at}")
            : Pieces.Of(item.Strength, item.Validity, piece: $"piece {at}"))];

        public IEnumerable<Row> OneLower()
        {
            if (Activity > 0)
                yield return this with { Activity = Activity - 1 };
            if (Fraud > 0)
                yield return this with { Fraud = Fraud - 1 };
            if (Verification > 0)
                yield return this with { Verification = Verification - 1 };
            for (var at = 0; at < Items.Length; at++)
            {
                yield return this with { Items = [.. Items[..at], (Items[at].Strength - 1, Items[at].Validity), .. Items[(at + 1)..]] };
                yield return this with { Items = [.. Items[..at], (Items[at].Strength, Items[at].Validity - 1), .. Items[(at + 1)..]] };
            }
        }
    }
}
