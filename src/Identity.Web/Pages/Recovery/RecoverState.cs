using System.Text.Json.Serialization;
using Identity.Domain.Recovery;
using Identity.Domain.Support.Screens;

namespace Identity.Web.Pages.Recovery;

/// <summary>What a notice was about that somebody said was not them, when that is why they are here.</summary>
/// <param name="Account">Whose account.</param>
/// <param name="Since">When it happened: what was added to the account since is not theirs.</param>
internal sealed record Disavowed(Guid Account, DateTimeOffset Since);

/// <summary>How far somebody has come on the way back into an account: a type for each stage.</summary>
/// <param name="Lost">What they say they lost.</param>
[JsonDerivedType(typeof(Begun), "begun")]
[JsonDerivedType(typeof(Named), "named")]
[JsonDerivedType(typeof(Proving), "proving")]
[JsonDerivedType(typeof(Opened), "opened")]
internal abstract record RecoverState(LostThing Lost)
{
    /// <summary>What they disavowed, if they did.</summary>
    public Disavowed? Disavowed { get; init; }

    /// <summary>The verifications by which they prove again who they are.</summary>
    public IReadOnlyList<Guid> Runs { get; init; } = [];

    /// <summary>What they told somebody of the staff that they can show.</summary>
    public RecoveryProofs Has { get; init; }

    /// <summary>With what was filled in for them, which they said is right.</summary>
    public RecoverState Filled(FilledIn filled) => this with { Lost = filled.Lost, Has = filled.Has };

    /// <summary>They said what they lost.</summary>
    public sealed record Begun(LostThing Lost) : RecoverState(Lost);

    /// <summary>They said which account. Whether there is one, nobody here knows.</summary>
    public sealed record Named(LostThing Lost, string Claim) : RecoverState(Lost);

    /// <summary>They showed something, and not enough.</summary>
    public sealed record Proving(LostThing Lost, string Claim, Guid Account, RecoveryProofs Shown) : RecoverState(Lost);

    /// <summary>It was enough, now or after a wait. The reference is what support finds them by.</summary>
    public sealed record Opened(LostThing Lost, Guid Account, Guid Recovery, string Reference) : RecoverState(Lost);
}
