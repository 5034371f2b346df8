using System.Diagnostics;
using Identity.Domain.Credentials;
using Identity.Testing;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

public sealed class PasswordsTests
{
    private const string Password = "violet-kettle-harbour";

    [Fact]
    public async Task Finds_a_password_correct_against_its_own_hash()
    {
        using var passwords = CheapPasswords.Create();
        var stored = await HashAsync(passwords, Password);

        Assert.StartsWith("$argon2id$v=19$m=64,t=1,p=1$", stored, StringComparison.Ordinal);
        Assert.Equal(new PasswordCheck.Correct(null), await passwords.CheckAsync(stored, Password, default));
        Assert.IsType<PasswordCheck.Wrong>(await passwords.CheckAsync(stored, "violet-kettle-harbor", default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a hash")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$broken$broken")]
    public async Task Nobodys_password_is_wrong(string? stored)
    {
        using var passwords = CheapPasswords.Create();

        Assert.IsType<PasswordCheck.Wrong>(await passwords.CheckAsync(stored, Password, default));
    }

    [Fact]
    public async Task An_unknown_account_takes_the_time_of_a_known_one()
    {
        using var passwords = CheapPasswords.Create(options => (options.MemoryKib, options.Passes) = (19_456, 2));
        var stored = await HashAsync(passwords, Password);

        var (known, unknown) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 10; i++)
        {
            known = Math.Min(known, await MillisecondsAsync(passwords, stored));
            unknown = Math.Min(unknown, await MillisecondsAsync(passwords, null));
        }

        Assert.InRange(unknown / known, 0.5, 2);
    }

    [Spec("RFC 8265", "4.2.2")]
    [Theory]
    [InlineData("caf\u00e9 au lait demain", "cafe\u0301 au lait demain")]
    [InlineData("drei kleine woerter", "drei\u00a0kleine\u3000woerter")]
    public async Task One_password_from_two_keyboards_is_one_password(string chosen, string typed)
    {
        using var passwords = CheapPasswords.Create();
        var stored = await HashAsync(passwords, chosen);

        Assert.IsType<PasswordCheck.Correct>(await passwords.CheckAsync(stored, typed, default));
    }

    [Theory]
    [InlineData("Violet-kettle-harbour")]
    [InlineData(" violet-kettle-harbour")]
    [InlineData("ｖiolet-kettle-harbour")]
    public async Task Case_outer_spaces_and_width_are_part_of_a_password(string typed)
    {
        using var passwords = CheapPasswords.Create();
        var stored = await HashAsync(passwords, Password);

        Assert.IsType<PasswordCheck.Wrong>(await passwords.CheckAsync(stored, typed, default));
    }

    [Fact]
    public async Task A_weaker_hash_is_upgraded_when_its_password_is_typed()
    {
        using var weaker = CheapPasswords.Create();
        using var stronger = CheapPasswords.Create(options => options.MemoryKib = 128);
        var stored = await HashAsync(weaker, Password);

        var check = Assert.IsType<PasswordCheck.Correct>(await stronger.CheckAsync(stored, Password, default));

        Assert.NotNull(check.Upgraded);
        Assert.Equal(new PasswordCheck.Correct(null), await stronger.CheckAsync(check.Upgraded, Password, default));
    }

    [Fact]
    public async Task A_stronger_hash_than_configured_is_left_alone()
    {
        using var weaker = CheapPasswords.Create();
        using var stronger = CheapPasswords.Create(options => options.MemoryKib = 128);
        var stored = await HashAsync(stronger, Password);

        Assert.Equal(new PasswordCheck.Correct(null), await weaker.CheckAsync(stored, Password, default));
    }

    [Fact]
    public async Task A_hash_made_by_aspnet_core_identity_is_verified_and_upgraded()
    {
        using var passwords = CheapPasswords.Create();
        var stored = new PasswordHasher<object>().HashPassword(new(), Password);

        var check = Assert.IsType<PasswordCheck.Correct>(await passwords.CheckAsync(stored, Password, default));

        Assert.StartsWith("$argon2id$", check.Upgraded, StringComparison.Ordinal);
        Assert.IsType<PasswordCheck.Wrong>(await passwords.CheckAsync(stored, Password + "s", default));
    }

    [Fact]
    public async Task A_password_of_5000_characters_is_wrong_and_computes_nothing()
    {
        using var passwords = CheapPasswords.Create();

        Assert.IsType<PasswordCheck.Wrong>(await passwords.CheckAsync(null, new string('a', 5000), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await passwords.HashAsync(new string('a', 5000), default));
    }

    [Fact]
    public async Task Beyond_the_queue_the_answer_is_busy_and_when_to_come_back()
    {
        using var passwords = CheapPasswords.Create(options =>
        {
            (options.MemoryKib, options.Passes) = (16_384, 4);
            (options.ConcurrentHashes, options.WaitingHashes) = (1, 2);
            options.BusyRetryAfter = TimeSpan.FromSeconds(7);
        });

        var checks = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => passwords.CheckAsync(null, Password, default).AsTask()));

        Assert.Contains(new PasswordCheck.Busy(TimeSpan.FromSeconds(7)), checks);
        Assert.Contains(checks, check => check is PasswordCheck.Wrong);
        Assert.IsType<PasswordCheck.Wrong>(await passwords.CheckAsync(null, Password, default));
    }

    private static async Task<double> MillisecondsAsync(Passwords passwords, string? stored)
    {
        var began = Stopwatch.GetTimestamp();
        await passwords.CheckAsync(stored, "a wrong password", default);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<string> HashAsync(Passwords passwords, string password) =>
        Assert.IsType<PasswordHash.Hashed>(await passwords.HashAsync(password, default)).Text;
}
