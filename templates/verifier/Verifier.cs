using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Identity.Sdk;

namespace MyVerifier;

/// <summary>
/// Asks a service whether it knows a number, by <c>GET people/{number}</c>: 200 with <see cref="Person"/>, or 404. What it answers is
/// evidence, of which the server makes levels. Change the question, the service and what it is worth.
/// </summary>
internal sealed class Verifier(IVerifierPorts ports, HttpClient service) : IIdentityVerifier
{
    private const int Tries = 3;

    // GPG 45: how well it was issued, checked, used, checked for fraud, and tied to the person. Claim no more than is so.
    private static readonly EvidenceScores Worth = new(Strength: 2, Validity: 2, Activity: 0, Fraud: 0, Verification: 1);

    /// <summary>What the service knows, by the names of OpenID Connect.</summary>
    internal sealed record Person(string GivenName, string FamilyName, string BirthDate);

    /// <inheritdoc />
    public VerifierManifest Manifest { get; } = new()
    {
        Name = "my-verifier",
        Gives = [new(EvidenceType.ElectronicRecord, Worth) { Kinds = ["my_record"] }],
        Methods = [CheckMethods.Data],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate],
        Minutes = 3,
        Things = [ThingNames.RegistrationDetails],
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["en"] = new Dictionary<string, string>
            {
                [TextKeys.Title] = "Use your record",
                [TextKeys.Summary] = "We look whether there is a record by your number.",
                ["question"] = "What is your number?",
                ["number"] = "Number",
                ["wrong"] = "Check the number: there is no record by it",
            },
            ["cy"] = new Dictionary<string, string>
            {
                [TextKeys.Title] = "Defnyddio eich cofnod",
                [TextKeys.Summary] = "Rydym yn edrych a oes cofnod o dan eich rhif.",
                ["question"] = "Beth yw eich rhif?",
                ["number"] = "Rhif",
                ["wrong"] = "Gwiriwch y rhif: nid oes cofnod odano",
            },
        },
    };

    /// <inheritdoc />
    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => Task.FromResult<VerificationStep>(Question(0));

    /// <inheritdoc />
    public async Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is not StepAnswer.Fields { Values: var typed })
            return new VerificationStep.Refused(RefusalReason.Cancelled);

        using var response = await service.GetAsync($"people/{Uri.EscapeDataString(typed["number"])}", cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            // The state is the server's: nobody can set it back.
            var tried = int.Parse(session.State, CultureInfo.InvariantCulture) + 1;
            return tried >= Tries
                ? new VerificationStep.Refused(RefusalReason.TooManyTries)
                : Question(tried) with { Problems = new Dictionary<string, string> { ["number"] = "wrong" } };
        }

        // Anything else is a fault of the service, which the server tells nobody and counts.
        response.EnsureSuccessStatusCode();
        var person = await response.Content.ReadFromJsonAsync<Person>(cancellationToken) ?? throw new InvalidOperationException("The service said nothing.");
        return new VerificationStep.Proven([new Evidence
        {
            Type = EvidenceType.ElectronicRecord,
            Kind = "my_record",
            // Two accounts that show the same one are one person.
            Number = typed["number"],
            Scores = Worth,
            Checks = [new(CheckMethods.Data, "My service", ports.Clock.GetUtcNow())],
            Claims = new Dictionary<string, string>
            {
                [ClaimNames.GivenName] = person.GivenName,
                [ClaimNames.FamilyName] = person.FamilyName,
                [ClaimNames.BirthDate] = person.BirthDate,
            },
        }]);
    }

    private static VerificationStep.Ask Question(int tried) =>
        new("question", [new("number", FieldKind.Code, "number") { Maximum = 20 }]) { State = tried.ToString(CultureInfo.InvariantCulture) };
}
