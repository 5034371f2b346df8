using System.Diagnostics;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What is asked of a passkey, and of whom.</summary>
public sealed record PasskeyPolicy
{
    private PasskeyPolicy(string name) => Name = name;

    /// <summary>Citizens: any authenticator that knows them.</summary>
    public static PasskeyPolicy Citizen { get; } = new("citizen") { Attestation = "none", Hints = ["client-device", "hybrid"], Wanted = 2, Required = 1 };

    /// <summary>Staff: certified hardware from which no key is copied, and a second one in the drawer.</summary>
    public static PasskeyPolicy Staff { get; } = new("staff")
    {
        Attestation = "direct",
        Hints = ["security-key"],
        DemandsDeviceBound = true,
        DemandsMetadata = true,
        ProtectsCredential = true,
        Wanted = 2,
        Required = 2,
    };

    /// <summary>The name that a ceremony keeps.</summary>
    public string Name { get; }

    /// <summary>The conveyance asked for (WebAuthn §5.4.7).</summary>
    public required string Attestation { get; init; }

    /// <summary>Where to look for an authenticator first (WebAuthn §5.8.7).</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>Whether a credential that can be backed up is refused.</summary>
    public bool DemandsDeviceBound { get; init; }

    /// <summary>Whether its model must be known, certified and free of bad reports.</summary>
    public bool DemandsMetadata { get; init; }

    /// <summary>Whether the authenticator is asked to hide it without user verification (CTAP 2.1 §12.1).</summary>
    public bool ProtectsCredential { get; init; }

    /// <summary>How many a person is led to have.</summary>
    public required int Wanted { get; init; }

    /// <summary>How many a person must have.</summary>
    public required int Required { get; init; }

    /// <summary>Algorithms in the order in which they are asked for.</summary>
    internal static IReadOnlyList<CoseAlgorithm> Algorithms { get; } =
        [CoseAlgorithm.ES256, CoseAlgorithm.EdDsa, CoseAlgorithm.RS256, CoseAlgorithm.ES384, CoseAlgorithm.ES512];

    internal static PasskeyPolicy Of(string name) => name == Staff.Name ? Staff : name == Citizen.Name ? Citizen : throw new UnreachableException();
}
