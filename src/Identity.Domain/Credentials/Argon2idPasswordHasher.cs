using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials;

/// <summary>
/// The same hashes for whoever goes through ASP.NET Core Identity's <c>UserManager</c>. Computed on the calling thread
/// and without a bound: sign-in and sign-up go through <see cref="Passwords"/>.
/// </summary>
internal sealed class Argon2idPasswordHasher<TUser>(IOptions<CredentialOptions> options) : IPasswordHasher<TUser>
    where TUser : class
{
    private readonly PasswordComputation _computation = new(new(options.Value.MemoryKib, options.Value.Passes));

    public string HashPassword(TUser user, string password) => PasswordText.Read(password) is PasswordReading.Read read
        ? _computation.Hash(read.Text)
        : throw new ArgumentException("Only an accepted password is hashed.", nameof(password));

    public PasswordVerificationResult VerifyHashedPassword(TUser user, string hashedPassword, string providedPassword) =>
        PasswordText.Read(providedPassword) is PasswordReading.Read read
            ? Result(_computation.Check(hashedPassword, read.Text))
            : PasswordVerificationResult.Failed;

    // Identity hashes again by itself when told to, so the upgraded hash of the check is not wanted here.
    private static PasswordVerificationResult Result(PasswordCheck check) => check switch
    {
        PasswordCheck.Correct { Upgraded: null } => PasswordVerificationResult.Success,
        PasswordCheck.Correct => PasswordVerificationResult.SuccessRehashNeeded,
        _ => PasswordVerificationResult.Failed,
    };
}
