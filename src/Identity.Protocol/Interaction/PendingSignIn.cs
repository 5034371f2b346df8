using System.Text.Json.Serialization;
using Identity.Domain.Sessions.Trust;

namespace Identity.Protocol.Interaction;

/// <summary>Half a sign-in: nobody is signed in by it.</summary>
/// <param name="AccountId">Whose password it was.</param>
/// <param name="Stored">What was proved, as <see cref="Domain.Sessions.Trust.Proofs"/> is stored.</param>
public sealed record PendingSignIn(Guid AccountId, string Stored)
{
    /// <summary>Time to find a telephone or a sheet of paper; a browser left alone with half a sign-in is not left so for long.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    [JsonIgnore]
    public Proofs Proofs => Proofs.Read(Stored);

    public bool IsOver(DateTimeOffset now) => Proofs.First is not { } first || now - first >= Life;
}
