using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.InPerson;

/// <summary>How far somebody is on their way to a desk.</summary>
internal sealed record InPersonState
{
    /// <summary>What they claim; an address they do not have is empty.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();

    /// <summary>Where they mean to go; null when they were not asked. The code works everywhere.</summary>
    public string? Place { get; init; }

    /// <summary>The code that works; null when none does.</summary>
    public string? Code { get; init; }

    /// <summary>Until when it works.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>What the first of two people found.</summary>
    public DeskResult? First { get; init; }

    public static InPersonState Of(VerificationSession session) => session.State.Length == 0
        ? new()
        : JsonSerializer.Deserialize<InPersonState>(session.State) ?? throw new InvalidOperationException("The state holds nothing.");

    public string ToJson() => JsonSerializer.Serialize(this);

    public InPersonState Claiming(IReadOnlyDictionary<string, string> more) => this with
    {
        Claims = Claims.Concat(more.Where(one => InPersonVerifier.Asked.Contains(one.Key) && !Claims.ContainsKey(one.Key))).ToDictionary(),
    };
}

/// <summary>What somebody at a desk said, and when.</summary>
/// <param name="By">Who, by the key that this verifier knows them by.</param>
/// <param name="At">When.</param>
/// <param name="Values">What they said; see <see cref="DeskAnswer"/>.</param>
internal sealed record DeskResult(string By, DateTimeOffset At, IReadOnlyDictionary<string, string> Values);
