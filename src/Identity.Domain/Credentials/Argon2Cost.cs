namespace Identity.Domain.Credentials;

/// <summary>What one Argon2id computation costs. Lanes are always one: libsodium computes no others.</summary>
internal readonly record struct Argon2Cost(int MemoryKib, int Passes)
{
    // RFC 9106 §3.1: the memory is at least 8 KiB for each lane.
    public const int LeastMemoryKib = 8;

    // A stored hash beyond these would let whoever wrote it stop the service.
    public const int MostMemoryKib = 262_144;
    public const int MostPasses = 16;

    public bool IsWithinBounds =>
        MemoryKib is >= LeastMemoryKib and <= MostMemoryKib && Passes is >= 1 and <= MostPasses;

    public bool IsWeakerThan(Argon2Cost other) => MemoryKib < other.MemoryKib || Passes < other.Passes;
}
