using System.Text;
using FsCheck.Xunit;
using Identity.Domain.Credentials;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

[Spec("RFC 9106", "3.1")]
public sealed class Argon2HashTests
{
    private static readonly Argon2Cost Cheap = new(64, 1);

    // Made by the reference implementation's command line.
    [Theory]
    [InlineData("password", "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE")]
    [InlineData("violet-kettle-harbour", "$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$YqiMPcPw5g3nD8hJzzAFM2nojsANLmQD21a4Tss1Rm8")]
    public void Agrees_with_the_reference_implementation(string password, string phc)
    {
        var hash = Argon2Hash.Parse(phc);

        Assert.NotNull(hash);
        Assert.True(hash.Matches(Encoding.UTF8.GetBytes(password)));
        Assert.False(hash.Matches(Encoding.UTF8.GetBytes(password + " ")));
        Assert.Equal(phc, hash.ToString());
    }

    [Property(MaxTest = 50)]
    public bool Reads_back_what_it_wrote(byte[] password)
    {
        var text = Argon2Hash.Create(password, Cheap).ToString();

        return Argon2Hash.Parse(text) is { } hash && hash.Matches(password) && hash.ToString() == text;
    }

    [Fact]
    public void Salts_every_hash()
    {
        Assert.NotEqual(Argon2Hash.Create("same"u8, Cheap).ToString(), Argon2Hash.Create("same"u8, Cheap).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("$argon2i$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=16$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=4$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=19$m=4,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=19$m=4194304,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=19$m=64,t=999,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$eZVK2JIlnfumrtjw96HvxhP5mfcQ4rVVjK1FrV4O8Yk\n")]
    public void Refuses_what_it_cannot_or_will_not_compute(string text)
    {
        Assert.Null(Argon2Hash.Parse(text));
    }
}
