using System.Net;
using Identity.Testing;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>Where the operator keeps one key alone, no client registers for what it would never get.</summary>
[Spec("OpenID Connect Registration", "3.2")]
public sealed class RegisteredSignatureTests : RegistrationScene
{
    protected override (string, string)[] More => [("Keys:Algorithms:0", "ES256")];

    [Theory]
    [InlineData("id_token_signed_response_alg", "RS256")]
    [InlineData("id_token_signed_response_alg", "PS256")]
    [InlineData("userinfo_signed_response_alg", "RS256")]
    public async Task An_algorithm_that_no_key_signs_with_is_refused(string member, string algorithm)
    {
        var reply = await RegisterAsync(Metadata(("id_token_signed_response_alg", "ES256"), (member, algorithm)));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_client_metadata"), (reply.Status, reply.Error));
        Assert.Equal($"{member}: no key here signs with it. Write one of ES256.", reply["error_description"]);
    }

    [Fact]
    [Spec("RFC 7591", "3.2.1")]
    public async Task Who_names_none_is_told_the_one_that_signs() => Assert.Equal("ES256", (await RegisterAsync(Metadata()))["id_token_signed_response_alg"]);
}
