using Identity.Domain.Credentials;
using Xunit;

namespace Identity.Tests.Domain.Credentials;

public sealed class CredentialOptionsTests
{
    [Fact]
    public void The_defaults_are_safe()
    {
        Assert.True(new CredentialOptionsValidator().Validate(null, new()).Succeeded);
    }

    [Fact]
    public void Every_fault_is_named_with_its_key_what_was_found_and_the_remedy()
    {
        var result = new CredentialOptionsValidator().Validate(null, new() { MemoryKib = 1, Passes = 0, MinimumLengthAlone = 8 });

        Assert.Equal(
            [
                "Credentials:MemoryKib is 1. Set it between 8 and 262144.",
                "Credentials:Passes is 0. Set it between 1 and 16.",
                "Credentials:MinimumLengthAlone is 8. Set it between 15 and 1024.",
            ],
            result.Failures);
    }
}
