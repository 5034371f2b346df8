using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Identity.Sdk;

namespace Example.LibraryCard;

internal sealed class LibraryCardVerifier(IVerifierPorts ports, string library, int tries, Dictionary<string, Card> cards) : IIdentityVerifier
{
    public VerifierManifest Manifest { get; } = new()
    {
        Name = "library-card",
        Gives = [new(EvidenceType.ElectronicRecord, new(2, 2, 0, 1, 1)) { Kinds = ["library_card"] }],
        Methods = [CheckMethods.Data, CheckMethods.Authentication],
        Claims = [ClaimNames.GivenName, ClaimNames.FamilyName, ClaimNames.BirthDate],
        Minutes = 3,
        Things = ["library-card"],
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["en"] = new Dictionary<string, string>
            {
                [TextKeys.Title] = "Use your library card",
                [TextKeys.Summary] = "Enter the number and the PIN of your library card.",
                ["thing-library-card"] = "your library card",
                ["question"] = "What does your library card say?",
                ["number"] = "Card number",
                ["pin"] = "PIN",
                ["wrong"] = "Check the number and the PIN: together they are not those of a card",
            },
        },
    };

    public Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken) => Task.FromResult<VerificationStep>(Question("0"));

    public Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is not StepAnswer.Fields { Values: var typed })
            return Task.FromResult<VerificationStep>(new VerificationStep.Refused(RefusalReason.Cancelled));
        if (cards.TryGetValue(typed["number"], out var card) && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(card.Pin), Encoding.UTF8.GetBytes(typed["pin"])))
            return Task.FromResult<VerificationStep>(Proof(typed["number"], card));

        // Tries are part of the state, which the person never sees and cannot set back.
        var tried = int.Parse(session.State, CultureInfo.InvariantCulture) + 1;
        return Task.FromResult<VerificationStep>(tried >= tries
            ? new VerificationStep.Refused(RefusalReason.TooManyTries)
            : Question(tried.ToString(CultureInfo.InvariantCulture)) with { Problems = new Dictionary<string, string> { ["number"] = "wrong" } });
    }

    private static VerificationStep.Ask Question(string state) => new("question",
        [new("number", FieldKind.Code, "number") { Maximum = 20 }, new("pin", FieldKind.Text, "pin") { Maximum = 8, Sensitive = true }])
    { State = state };

    private VerificationStep.Proven Proof(string number, Card card) => new([new Evidence
    {
        Type = EvidenceType.ElectronicRecord,
        Kind = "library_card",
        Number = number,
        Scores = new(2, 2, 0, 1, 1),
        Checks = [new(CheckMethods.Data, library, ports.Clock.GetUtcNow()), new(CheckMethods.Authentication, library, ports.Clock.GetUtcNow())],
        Issuer = library,
        Claims = new Dictionary<string, string>
        {
            [ClaimNames.GivenName] = card.GivenName,
            [ClaimNames.FamilyName] = card.FamilyName,
            [ClaimNames.BirthDate] = card.BirthDate,
        },
    }]);
}
