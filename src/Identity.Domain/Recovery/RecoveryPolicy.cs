using System.Numerics;

namespace Identity.Domain.Recovery;

/// <summary>
/// What opens an account again (NIST SP 800-63B-4 §4.2): one thing for an account of one factor, two different things for one of
/// two, and never an e-mail alone where a passkey or a second step stood. What a thief of a mailbox, a telephone or a letter
/// box could have waits, so that its owner can stop it.
/// </summary>
public static class RecoveryPolicy
{
    /// <summary>What one has and nobody reads on the way: a factor bound to the account, not a message to its owner.</summary>
    private const RecoveryProofs Bound = RecoveryProofs.AppCode | RecoveryProofs.BackupCode;

    /// <summary>What is lost to others most often.</summary>
    private const RecoveryProofs Weakest = RecoveryProofs.EmailCode | RecoveryProofs.Password;

    /// <summary>Somebody else's word, which never opens an account at once.</summary>
    private const RecoveryProofs OthersWord = RecoveryProofs.Support | RecoveryProofs.Attended | RecoveryProofs.Identity;

    /// <summary>Judges what was shown of an account so protected.</summary>
    public static RecoveryVerdict Judge(Protection protection, RecoveryProofs shown)
    {
        if (shown.HasFlag(RecoveryProofs.Passkey))
            return RecoveryVerdict.Now;
        var own = JudgeOwn(protection, shown & ~OthersWord);
        return own is RecoveryVerdict.NotEnough && IsVouchedFor(shown) ? RecoveryVerdict.AfterWait : own;
    }

    // Staff alone open nothing: the citizen shows something of their own, if only that it is their screen. Their e-mail is not
    // enough, which whoever took it over could show once staff have allowed its owner to try.
    private static bool IsVouchedFor(RecoveryProofs shown) => shown.HasFlag(RecoveryProofs.Identity)
        || (shown.HasFlag(RecoveryProofs.Support) && (shown & ~(RecoveryProofs.Support | Weakest)) != 0);

    private static RecoveryVerdict JudgeOwn(Protection protection, RecoveryProofs shown) => (protection, BitOperations.PopCount((uint)shown)) switch
    {
        (_, 0) => RecoveryVerdict.NotEnough,
        // A password is what signs in there; whoever has it and nothing else has lost nothing.
        (Protection.Password, 1) when shown is RecoveryProofs.Password => RecoveryVerdict.NotEnough,
        (Protection.Password, 1) when shown is RecoveryProofs.BackupCode => RecoveryVerdict.Now,
        (Protection.Password, 1) => RecoveryVerdict.AfterWait,
        (Protection.Password, _) => RecoveryVerdict.Now,
        (_, 1) => RecoveryVerdict.NotEnough,
        // A number that is a second step there is bound to the account as well.
        (Protection.TwoSteps, _) when (shown & (Bound | RecoveryProofs.PhoneCode)) != 0 => RecoveryVerdict.Now,
        (Protection.Passkey, _) when (shown & Bound) != 0 => RecoveryVerdict.Now,
        _ => RecoveryVerdict.AfterWait,
    };

    /// <summary>Every way back from a loss by the fewest things, those that do not wait first. There always is one: by support.</summary>
    public static IReadOnlyList<WayBack> WaysBack(RecoveryHoldings held, LostThing lost)
    {
        var left = held.Left(lost);
        // Two things are the most that anything asks for.
        var single = Enum.GetValues<RecoveryProofs>().Where(proof => proof is not RecoveryProofs.None && left.HasFlag(proof)).ToList();
        var possible = from one in single
                       from other in single
                       where one <= other
                       let proofs = one | other
                       let verdict = Judge(held.Protection, proofs)
                       where verdict is not RecoveryVerdict.NotEnough
                       select new WayBack(proofs, verdict is RecoveryVerdict.AfterWait);
        var all = possible.ToList();
        // A way that asks for what another does and more is no other way, unless it saves the wait.
        return [.. all.Where(way => !all.Any(other => other != way && (other.Proofs & ~way.Proofs) == 0 && (!other.Waits || way.Waits)))
            .OrderBy(way => way.Waits).ThenBy(way => BitOperations.PopCount((uint)way.Proofs)).ThenBy(way => way.Proofs)];
    }
}

/// <summary>A way back into an account.</summary>
/// <param name="Proofs">What is shown.</param>
/// <param name="Waits">Whether it rests for the time in which its owner can cancel it.</param>
public sealed record WayBack(RecoveryProofs Proofs, bool Waits);
