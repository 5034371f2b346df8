using System.Text;
using Identity.Domain.Credentials.WebAuthn;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>
/// Where our core and the framework's handler judge the same, they agree. What the framework does not judge: EdDSA and
/// Ed448, which it does not know, and attestation statements, which it does not look at.
/// </summary>
public sealed class OracleTests : IDisposable
{
    private static readonly string[] UnknownToTheFramework = ["packed.EdDSA", "packed.Ed448"];

    private readonly FrameworkHandler _framework = new();

    public void Dispose() => _framework.Dispose();

    [Fact]
    public async Task Both_register_the_vectors_but_for_edwards_curves()
    {
        foreach (var vector in Vectors.All)
            Assert.Equal((vector.Id, !UnknownToTheFramework.Contains(vector.Id)), (vector.Id, await _framework.RegisterAsync(vector) is not null));
    }

    [Fact]
    public async Task Both_say_the_same_of_every_assertion_and_every_mutant_of_it()
    {
        var disagreements = new List<string>();
        foreach (var vector in Vectors.All.Where(vector => !UnknownToTheFramework.Contains(vector.Id)))
        {
            var ours = Assert.IsType<RegistrationResult.Registered>(vector.Register());
            var theirs = (await _framework.RegisterAsync(vector))!; // The test above shows it.
            foreach (var mutant in Mutants.OfAssertion(vector).Prepend(new("unchanged", vector, "", 0)))
            {
                if (mutant.Vector.Authenticate(ours) is AssertionResult.Verified != await _framework.AuthenticatesAsync(mutant.Vector, theirs))
                    disagreements.Add(mutant.Name);
            }
        }

        Assert.Empty(disagreements);
    }

    [Fact]
    public async Task Both_say_the_same_of_every_mutant_of_a_registration_but_for_two_leniencies_of_the_framework()
    {
        var disagreements = new Dictionary<string, string>();
        foreach (var vector in Vectors.All.Where(vector => vector.Format == "none"))
        {
            foreach (var mutant in Mutants.OfRegistration(vector))
            {
                var ours = mutant.Vector.Register();
                if (ours is RegistrationResult.Registered != await _framework.RegisterAsync(mutant.Vector) is not null)
                    disagreements.Add(mutant.Name, Leniency(vector, mutant.Vector, ours));
            }
        }

        Assert.DoesNotContain(disagreements, disagreement => disagreement.Value.Length == 0);
        Assert.Equal([FormatUnread, NamesInAnyCase], disagreements.Values.Distinct().Order());
    }

    // The name of the statement's format is not looked at where the statement is not.
    private const string FormatUnread = "format unread";

    // JSON names are matched whatever their case; RFC 8259 and ours tell "type" from "typE".
    private const string NamesInAnyCase = "names in any case";

    private static string Leniency(Vector vector, Vector mutant, RegistrationResult ours) => ours switch
    {
        RegistrationResult.Refused(WebAuthnError.UnknownAttestationFormat) => FormatUnread,
        RegistrationResult.Refused(WebAuthnError.Malformed)
            when string.Equals(Text(vector), Text(mutant), StringComparison.OrdinalIgnoreCase) => NamesInAnyCase,
        _ => "",
    };

    private static string Text(Vector vector) => Encoding.UTF8.GetString(vector.RegistrationClientData);
}
