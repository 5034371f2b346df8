using Identity.Domain.Sessions.Trust;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;
using OpenIddict.Server;

namespace Identity.Protocol.Interaction;

/// <summary>What an authorization request accepts of how sure the provider is of a person and of their sign-in; any one will do.</summary>
/// <param name="Vectors">In the order in which the client would rather have them; none when it asked for nothing.</param>
internal sealed record RequestedVectors(IReadOnlyList<AcceptableVector> Vectors)
{
    public static RequestedVectors None { get; } = new([]);

    public static RequestedVectors Of(OpenIddictServerTransaction transaction) =>
        transaction.GetProperty<RequestedVectors>(typeof(RequestedVectors).FullName!) ?? None; // A named type has a full name.

    public void Keep(OpenIddictServerTransaction transaction) => transaction.SetProperty(typeof(RequestedVectors).FullName!, this); // As above.

    /// <summary>What is to be reached: the first that is met, else the one that lacks least, else the one the client would rather have.</summary>
    /// <param name="proved">How the person signed in.</param>
    /// <param name="reaches">Whether the provider is as sure of who they are.</param>
    public AcceptableVector? Target(AuthenticationFacts? proved, Func<Level, bool> reaches)
    {
        var known = Vectors.Where(vector => vector.Level is not { } level || reaches(level)).ToList();
        return known.FirstOrDefault(vector => IsSignedIn(vector, proved)) ?? (known is [var first, ..] ? first : Vectors is [var rather, ..] ? rather : null);
    }

    private static bool IsSignedIn(AcceptableVector vector, AuthenticationFacts? proved) => vector.Trust is not { } trust || proved?.Trust >= trust;
}

/// <summary>A vector that would do (RFC 8485 §4).</summary>
/// <param name="Vector">As it was asked for.</param>
/// <param name="Level">The level of identity it takes, or null for none.</param>
/// <param name="Trust">How well somebody must have signed in, or null when that is left open.</param>
internal sealed record AcceptableVector(VectorOfTrust Vector, Level? Level, CredentialTrust? Trust);
