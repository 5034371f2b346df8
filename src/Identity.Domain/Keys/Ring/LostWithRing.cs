using Identity.Domain.Storage;

namespace Identity.Domain.Keys.Ring;

/// <summary>Rows that are sealed by nothing, but mean nothing any more once the secrets of the instance are lost.</summary>
public sealed record LostWithRing(Statement Clear);
