using System.Text.Json.Serialization;
using Identity.Domain.Sessions.Trust;

namespace Identity.Protocol.Interaction;

/// <summary>Half a sign-in: nobody is signed in by it.</summary>
/// <param name="AccountId">Whose password it was.</param>
/// <param name="Stored">What was proved, as <see cref="Domain.Sessions.Trust.Proofs"/> is stored.</param>
public sealed record PendingSignIn(Guid AccountId, string Stored)
{
    [JsonIgnore]
    public Proofs Proofs => Proofs.Read(Stored);
}
