using Identity.Domain.Credentials;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

public sealed class Argon2idPasswordHasherTests
{
    private const string Password = "violet-kettle-harbour";
    private static readonly object User = new();
    private readonly Argon2idPasswordHasher<object> _hasher = new(CheapPasswords.Options());

    [Fact]
    public void Speaks_to_identity_in_its_own_words()
    {
        var stored = _hasher.HashPassword(User, Password);

        Assert.Equal(PasswordVerificationResult.Success, _hasher.VerifyHashedPassword(User, stored, Password));
        Assert.Equal(PasswordVerificationResult.Failed, _hasher.VerifyHashedPassword(User, stored, "another"));
        Assert.Equal(PasswordVerificationResult.Failed, _hasher.VerifyHashedPassword(User, stored, ""));
    }

    [Fact]
    public void Asks_for_a_new_hash_of_an_older_one()
    {
        var stored = new PasswordHasher<object>().HashPassword(User, Password);

        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, _hasher.VerifyHashedPassword(User, stored, Password));
    }
}
