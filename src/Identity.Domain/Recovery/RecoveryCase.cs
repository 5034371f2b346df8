using System.Data.Common;

namespace Identity.Domain.Recovery;

/// <summary>How a recovery ended.</summary>
public enum RecoveryEnding
{
    /// <summary>Its owner got back in by it.</summary>
    Completed,

    /// <summary>Somebody who was told of it said no.</summary>
    Cancelled,

    /// <summary>Another one got there first.</summary>
    Superseded,
}

/// <summary>A way back that somebody has opened.</summary>
/// <param name="Id">The row.</param>
/// <param name="AccountId">Into which account.</param>
/// <param name="Lost">What they say they lost.</param>
/// <param name="Proofs">What they showed.</param>
/// <param name="StartedAt">When.</param>
/// <param name="ReadyAt">When it lets them in.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="Ending">How it ended, or null.</param>
public sealed record RecoveryCase(
    Guid Id, Guid AccountId, LostThing Lost, RecoveryProofs Proofs, DateTimeOffset StartedAt, DateTimeOffset ReadyAt, DateTimeOffset ExpiresAt, RecoveryEnding? Ending)
{
    /// <summary>Whether it may still let somebody in.</summary>
    public bool IsOpen(DateTimeOffset now) => Ending is null && ExpiresAt > now;

    /// <summary>Whether somebody with these proofs is as good as whoever opened it. What staff allowed nobody can show; they show something else.</summary>
    public bool AnswersTo(Protection protection, RecoveryProofs shown) => (Proofs & ~RecoveryProofs.Support & ~shown) == 0
        && RecoveryPolicy.Judge(protection, shown | (Proofs & RecoveryProofs.Support)) is not RecoveryVerdict.NotEnough;

    internal static RecoveryCase Of(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), Enum.Parse<LostThing>(row.GetString(2)), (RecoveryProofs)row.GetInt32(3),
        Time(row.GetInt64(4)), Time(row.GetInt64(5)), Time(row.GetInt64(6)), row.IsDBNull(8) ? null : Enum.Parse<RecoveryEnding>(row.GetString(8)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
