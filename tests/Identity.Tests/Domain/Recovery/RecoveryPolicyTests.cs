using System.Numerics;
using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Recovery;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Recovery;

/// <summary>What opens an account again, over everything that can be held, lost and shown.</summary>
[Spec("NIST SP 800-63B-4", "4.2")]
public sealed class RecoveryPolicyTests
{
    private const RecoveryProofs Messages = RecoveryProofs.EmailCode | RecoveryProofs.PhoneCode | RecoveryProofs.LetterCode | RecoveryProofs.ContactCode;

    private static readonly RecoveryProofs[] Sets = [.. Enumerable.Range(0, 2048).Select(number => (RecoveryProofs)number)];

    /// <summary>{what is lost} × {what is left}: every combination of the nine kinds of things an account can have.</summary>
    public static TheoryData<LostThing> Losses => [.. Enum.GetValues<LostThing>()];

    [Theory, MemberData(nameof(Losses))]
    public void Every_loss_has_a_way_back_whatever_is_left(LostThing lost)
    {
        foreach (var held in EveryAccount())
        {
            var ways = RecoveryPolicy.WaysBack(held, lost);

            Assert.NotEmpty(ways);
            Assert.Contains(ways, way => (way.Proofs & ~(RecoveryProofs.Support | RecoveryProofs.Attended)) == 0
                || !way.Proofs.HasFlag(RecoveryProofs.Support));
            Assert.All(ways, way => Assert.Equal(RecoveryProofs.None, way.Proofs & ~held.Left(lost)));
            Assert.All(ways, way => Assert.Equal(way.Waits ? RecoveryVerdict.AfterWait : RecoveryVerdict.Now, RecoveryPolicy.Judge(held.Protection, way.Proofs)));
        }
    }

    [Theory, MemberData(nameof(Losses))]
    public void A_way_back_asks_for_nothing_that_it_could_do_without(LostThing lost)
    {
        foreach (var held in EveryAccount())
        {
            Assert.All(RecoveryPolicy.WaysBack(held, lost), way => Assert.All(One(way.Proofs), proof =>
            {
                var fewer = RecoveryPolicy.Judge(held.Protection, way.Proofs & ~proof);
                Assert.True(fewer is RecoveryVerdict.NotEnough || (fewer is RecoveryVerdict.AfterWait && !way.Waits), $"{held.Protection} {way.Proofs} without {proof}");
            }));
        }
    }

    [Fact]
    public void Whoever_has_lost_everything_and_has_nothing_else_comes_back_by_support()
    {
        var way = Assert.Single(RecoveryPolicy.WaysBack(new RecoveryHoldings(new HeldWays { Password = true }) { Email = true }, LostThing.Everything));

        Assert.Equal(new WayBack(RecoveryProofs.Support | RecoveryProofs.Attended, Waits: true), way);
    }

    [Fact]
    public void Whoever_chose_somebody_comes_back_by_them_and_a_letter()
    {
        var held = new RecoveryHoldings(new HeldWays { Passkeys = 1 }) { Email = true, Address = true, Contacts = 1 };

        Assert.Contains(new WayBack(RecoveryProofs.LetterCode | RecoveryProofs.ContactCode, Waits: true), RecoveryPolicy.WaysBack(held, LostThing.Everything));
    }

    [Theory]
    [InlineData(Protection.TwoSteps)]
    [InlineData(Protection.Passkey)]
    public void One_thing_alone_never_reaches_what_two_protected(Protection protection)
    {
        var alone = Sets.Where(shown => BitOperations.PopCount((uint)shown) == 1 && shown is not (RecoveryProofs.Passkey or RecoveryProofs.Identity));

        Assert.All(alone, shown => Assert.Equal(RecoveryVerdict.NotEnough, RecoveryPolicy.Judge(protection, shown)));
    }

    [Fact]
    public void Messages_alone_never_reach_at_once_what_a_passkey_protected() => Assert.All(Sets.Where(shown => (shown & ~Messages) == 0),
        shown => Assert.NotEqual(RecoveryVerdict.Now, RecoveryPolicy.Judge(Protection.Passkey, shown)));

    [Fact]
    public void One_weak_thing_waits_where_a_password_stood_alone() => Assert.All(One(Messages),
        shown => Assert.Equal(RecoveryVerdict.AfterWait, RecoveryPolicy.Judge(Protection.Password, shown)));

    [Theory]
    [InlineData(Protection.Password)]
    [InlineData(Protection.TwoSteps)]
    [InlineData(Protection.Passkey)]
    public void Staff_alone_open_nothing_and_never_at_once(Protection protection)
    {
        Assert.Equal(RecoveryVerdict.NotEnough, RecoveryPolicy.Judge(protection, RecoveryProofs.Support));
        Assert.Equal(RecoveryVerdict.NotEnough, RecoveryPolicy.Judge(protection, RecoveryProofs.Attended));
        Assert.All(Sets.Where(shown => RecoveryPolicy.Judge(protection, shown) is not RecoveryVerdict.Now),
            shown => Assert.NotEqual(RecoveryVerdict.Now, RecoveryPolicy.Judge(protection, shown | RecoveryProofs.Support)));
    }

    [Theory]
    [InlineData(Protection.TwoSteps)]
    [InlineData(Protection.Passkey)]
    public void An_email_with_the_word_of_staff_reaches_no_more_than_an_email(Protection protection) => Assert.Equal(
        RecoveryVerdict.NotEnough, RecoveryPolicy.Judge(protection, RecoveryProofs.Support | RecoveryProofs.EmailCode));

    [Theory]
    [InlineData(Protection.Password)]
    [InlineData(Protection.TwoSteps)]
    [InlineData(Protection.Passkey)]
    public void Showing_more_is_never_worse(Protection protection) => Assert.All(Sets, shown => Assert.All(One((RecoveryProofs)2047),
        more => Assert.True(RecoveryPolicy.Judge(protection, shown | more) >= RecoveryPolicy.Judge(protection, shown), $"{shown} and {more}")));

    [Fact]
    public void Better_protection_is_never_easier_to_get_around() => Assert.All(Sets, shown =>
    {
        Assert.True(RecoveryPolicy.Judge(Protection.Passkey, shown) <= RecoveryPolicy.Judge(Protection.TwoSteps, shown), $"{shown}");
        Assert.True(RecoveryPolicy.Judge(Protection.TwoSteps, shown) <= RecoveryPolicy.Judge(Protection.Password, shown), $"{shown}");
    });

    [Fact]
    public void Nothing_shown_opens_nothing() =>
        Assert.All(Enum.GetValues<Protection>(), protection => Assert.Equal(RecoveryVerdict.NotEnough, RecoveryPolicy.Judge(protection, RecoveryProofs.None)));

    [Theory, MemberData(nameof(Losses))]
    public void Support_is_never_lost(LostThing lost) => Assert.All(EveryAccount(),
        held => Assert.True(held.Left(lost).HasFlag(RecoveryProofs.Support | RecoveryProofs.Attended)));

    private static IEnumerable<RecoveryProofs> One(RecoveryProofs set) => Sets.Where(proof => BitOperations.PopCount((uint)proof) == 1 && set.HasFlag(proof));

    private static IEnumerable<RecoveryHoldings> EveryAccount() =>
        from number in Enumerable.Range(0, 512)
        let has = (Func<int, bool>)(bit => (number & (1 << bit)) != 0)
        select new RecoveryHoldings(new HeldWays { Password = has(0), App = has(1), BackupCodes = has(2) ? 10 : 0, Passkeys = has(3) ? 1 : 0 })
        {
            Email = has(4),
            Phones = has(5) ? 1 : 0,
            Address = has(6),
            Contacts = has(7) ? 1 : 0,
            Provable = has(8),
        };
}
