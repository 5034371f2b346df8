namespace Identity.Domain.Keys;

/// <summary>
/// Which key of an algorithm signs at a moment, and when the next one has to be announced. It knows only the clock it is
/// asked with: a clock that was set back finds keys that have not begun, one that was set forward finds none.
/// </summary>
internal static class SigningKeyPlan
{
    /// <param name="keys">Keys of one algorithm, none of them revoked.</param>
    /// <returns>The key that signs at <paramref name="now"/>, or null when a new one has to begin at once.</returns>
    public static SigningKeyRow? Current(IEnumerable<SigningKeyRow> keys, DateTimeOffset now)
    {
        var living = Living(keys, now);
        // None has begun only by a clock that was set back. The first to come is then the one that clients know.
        return living.LastOrDefault(key => key.SignsFrom <= now) ?? living.FirstOrDefault();
    }

    /// <returns>The key that is announced to follow <paramref name="current"/>, if there is one.</returns>
    public static SigningKeyRow? Successor(IEnumerable<SigningKeyRow> keys, SigningKeyRow current, DateTimeOffset now) =>
        Living(keys, now).FirstOrDefault(key => key.SignsFrom > current.SignsFrom && key.SignsFrom > now);

    /// <returns>Whether a successor has to be announced, so that it stands in the JWKS long enough before its turn.</returns>
    public static bool LacksSuccessor(IEnumerable<SigningKeyRow> keys, SigningKeyRow current, DateTimeOffset now, KeyOptions options) =>
        current.SignsUntil - now <= options.Announce && !(Successor(keys, current, now)?.SignsFrom <= current.SignsUntil);

    private static List<SigningKeyRow> Living(IEnumerable<SigningKeyRow> keys, DateTimeOffset now) =>
        [.. keys.Where(key => key.SignsUntil > now).OrderBy(key => key.SignsFrom)];
}
