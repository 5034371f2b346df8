using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>A scheme of levels, such as GPG 45 or that of one dialect, over the same record of evidence.</summary>
/// <param name="Name">Such as <c>gpg45</c>.</param>
/// <param name="TrustFramework">The identifier that OpenID Connect for Identity Assurance gives it, or null.</param>
/// <param name="Levels">From low to high.</param>
public sealed record Framework(string Name, string? TrustFramework, IReadOnlyList<Level> Levels)
{
    /// <returns>Null when there is none by that name.</returns>
    public Level? Find(string? level) => Levels.FirstOrDefault(candidate => candidate.Name == level);
}

/// <summary>One level of a framework, with all that it asks.</summary>
/// <param name="Framework">The framework's name.</param>
/// <param name="Name">Such as <c>P9</c>.</param>
/// <param name="Rank">Its place in the framework, from nought.</param>
public sealed record Level(string Framework, string Name, int Rank)
{
    /// <summary>The profiles of which one has to be met. None, when it asks for no proof.</summary>
    public IReadOnlyList<Profile> Profiles { get; init; } = [];

    /// <summary>Claims that evidence has to vouch for.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The most that may speak against the person.</summary>
    public int MostAgainst { get; init; }

    /// <summary>How sure it is in the words of GPG 45, as far as its profiles are those.</summary>
    public LevelOfConfidence Confidence { get; init; }

    /// <summary>Whether everybody has it who has an account.</summary>
    public bool IsOpenToAll => Profiles.Count == 0;

    /// <summary>Framework and name, such as <c>gpg45:high</c>.</summary>
    public override string ToString() => $"{Framework}:{Name}";
}
