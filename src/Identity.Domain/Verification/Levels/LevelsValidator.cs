using System.Text.RegularExpressions;

namespace Identity.Domain.Verification.Levels;

/// <summary>Finds every fault of <c>levels.json</c>, each with where it stands and what to write.</summary>
internal static partial class LevelsValidator
{
    private const int MostDays = 36500;
    private const int MostWeight = 1000;

    public static IEnumerable<string> Faults(LevelsFile file) =>
        [.. Profiles(file), .. Frameworks(file), .. Lifetimes(file.Lifetimes), .. Indicators(file.Indicators), .. Trust(file)];

    /// <summary>A piece as it is written: strength, a slash, validity.</summary>
    [GeneratedRegex("^([0-4])/([0-4])$")]
    internal static partial Regex Piece();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,31}$")]
    private static partial Regex Name();

    private static IEnumerable<string> Profiles(LevelsFile file)
    {
        foreach (var twice in file.Profiles.Values.SelectMany(set => set.Keys).GroupBy(name => name).Where(group => group.Count() > 1))
            yield return $"profiles: {twice.Key} stands in two sets. Give one of them another name.";
        foreach (var (name, profile) in file.Profiles.Values.SelectMany(set => set))
        {
            if (!Name().IsMatch(name))
                yield return $"profiles: '{name}' is no name. Use letters, digits and hyphens.";
            if (profile.Evidence.Count is 0 or > 5)
                yield return $"profiles: {name} has {profile.Evidence.Count} pieces of evidence. Write one to five.";
            foreach (var piece in profile.Evidence.Where(piece => !Piece().IsMatch(piece)))
                yield return $"profiles: {name} asks for the evidence '{piece}'. Write strength/validity, each from 0 to 4, such as 3/2.";
            foreach (var fault in Scores($"profiles: {name}", profile.Activity, profile.Fraud, profile.Verification))
                yield return fault;
            foreach (var type in profile.Types.Where(type => EvidenceTypes.Read(type) is null))
                yield return $"profiles: {name} asks for the type '{type}'. Write document, electronic_record, vouch or electronic_signature.";
            if (profile.Methods.Any(group => group.Count == 0))
                yield return $"profiles: {name} has an empty group of methods, which nothing can meet. Leave it out.";
        }
    }

    private static IEnumerable<string> Frameworks(LevelsFile file)
    {
        var profiles = file.Profiles.Values.SelectMany(set => set.Keys).ToHashSet();
        var levels = file.Frameworks.SelectMany(framework => framework.Value.Levels.Select(level => $"{framework.Key}:{level.Name}")).ToHashSet();
        foreach (var (name, framework) in file.Frameworks)
        {
            if (!Name().IsMatch(name))
                yield return $"frameworks: '{name}' is no name. Use letters, digits and hyphens.";
            if (framework.Levels.Count == 0)
                yield return $"frameworks: {name} has no levels. Write one at least, or leave it out.";
            foreach (var twice in framework.Levels.GroupBy(level => level.Name).Where(group => group.Count() > 1))
                yield return $"frameworks: {name} has two levels {twice.Key}. Give one of them another name.";
            foreach (var (level, rank) in framework.Levels.Select((level, rank) => (level, rank)))
            {
                var place = $"frameworks: {name}:{level.Name}";
                if (!Name().IsMatch(level.Name))
                    yield return $"{place} has no name. Use letters, digits and hyphens.";
                foreach (var unknown in level.Profiles.Where(profile => !profiles.Contains(profile)))
                    yield return $"{place} names the profile {unknown}, which is none of those above. Write it there, or leave it out.";
                foreach (var unknown in level.Levels.Where(other => !levels.Contains(other)))
                    yield return $"{place} names the level '{unknown}', which is none. Write framework:level, such as gpg45:low.";
                // Two that named each other would never end.
                foreach (var through in level.Levels.Where(levels.Contains).Where(other => At(file, other).Levels.Count > 0))
                    yield return $"{place} names the level {through}, which names others itself. Name those.";
                if (rank > 0 && level.Profiles.Count + level.Levels.Count == 0)
                    yield return $"{place} asks for no proof, and it is not the lowest. Name a profile or another level.";
                if (level.Against is < 0 or > MostWeight)
                    yield return $"{place} is reached with {level.Against} against the person. Write a number from 0 to {MostWeight}.";
            }
        }
    }

    private static LevelsFile.LevelEntry At(LevelsFile file, string level) =>
        level.Split(':') is [var framework, var name] ? file.Frameworks[framework].Levels.First(candidate => candidate.Name == name) : throw new ArgumentException(level);

    private static IEnumerable<string> Lifetimes(LevelsFile.LifetimesEntry lifetimes)
    {
        foreach (var type in Enum.GetValues<Sdk.EvidenceType>().Select(EvidenceTypes.NameOf).Where(type => !lifetimes.Evidence.ContainsKey(type)))
            yield return $"lifetimes: evidence of the type {type} has no life. Write its days.";
        var lives = lifetimes.Evidence.Concat([new("activity", lifetimes.Scores.Activity), new("fraud", lifetimes.Scores.Fraud), new("verification", lifetimes.Scores.Verification)]);
        foreach (var (name, days) in lives.Where(life => life.Value is < 1 or > MostDays))
            yield return $"lifetimes: {name} counts for {days} days. Write a number from 1 to {MostDays}.";
    }

    private static IEnumerable<string> Indicators(LevelsFile.IndicatorsEntry indicators)
    {
        foreach (var (code, indicator) in indicators.Kinds.Append(new("unknown", indicators.Unknown)))
        {
            if (indicator.Weight is < 0 or > MostWeight)
                yield return $"indicators: {code} weighs {indicator.Weight}. Write a number from 0 to {MostWeight}.";
            if (indicator.Days is < 1 or > MostDays)
                yield return $"indicators: {code} counts for {indicator.Days} days. Write a number from 1 to {MostDays}.";
            foreach (var relief in indicator.Relief)
            {
                if (relief.Weight < 1 || relief.Weight > indicator.Weight)
                    yield return $"indicators: {code} is relieved by {relief.Weight}. Write a number from 1 to its weight, {indicator.Weight}.";
                if (relief.Methods.Count == 0)
                    yield return $"indicators: {code} is relieved by no check. Name a check_method, or leave the relief out.";
            }
        }
    }

    private static IEnumerable<string> Trust(LevelsFile file)
    {
        foreach (var (verifier, type, scores) in file.Trust.SelectMany(verifier => verifier.Value.Select(entry => (verifier.Key, entry.Key, entry.Value))))
        {
            var place = $"trust: {verifier} {type}";
            if (EvidenceTypes.Read(type) is null)
                yield return $"{place} is no type of evidence. Write document, electronic_record, vouch or electronic_signature.";
            foreach (var (name, score) in new[] { ("strength", scores.Strength), ("validity", scores.Validity) }.Where(pair => pair.Item2 is < 0 or > 4))
                yield return $"{place} has the {name} {score}. Write a number from 0 to 4.";
            foreach (var fault in Scores(place, scores.Activity, scores.Fraud, scores.Verification))
                yield return fault;
        }
    }

    private static IEnumerable<string> Scores(string place, int activity, int fraud, int verification) =>
        from score in new[] { ("activity", activity, 4), ("fraud", fraud, 3), ("verification", verification, 4) }
        where score.Item2 < 0 || score.Item2 > score.Item3
        select $"{place} has the {score.Item1} score {score.Item2}. Write a number from 0 to {score.Item3}.";
}
