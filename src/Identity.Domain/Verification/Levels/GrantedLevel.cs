namespace Identity.Domain.Verification.Levels;

/// <summary>A level that an account has. Only <see cref="EvidencePolicy"/> makes one, which an architecture test holds.</summary>
public sealed class GrantedLevel
{
    internal GrantedLevel(Level level, string? profile, IReadOnlyList<HeldEvidence> by, DateTimeOffset? until) =>
        (Level, Profile, By, Until) = (level, profile, by, until);

    /// <summary>Which.</summary>
    public Level Level { get; }

    /// <summary>The profile that was met, or null for a level that everybody has.</summary>
    public string? Profile { get; }

    /// <summary>The evidence that met it.</summary>
    public IReadOnlyList<HeldEvidence> By { get; }

    /// <summary>When it is lost, if nothing new comes; null when time takes nothing from it.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>The level alone: this text may find its way into a log.</summary>
    public override string ToString() => Level.ToString();
}
