using System.Globalization;
using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>
/// Somebody proves who they are at another OpenID Provider, such as a bank or a national eID, which tells us by what level it
/// knows them. An operator's rules say what that is worth. Nothing that the person claims here reaches the other provider.
/// </summary>
internal sealed class UpstreamVerifier : IIdentityVerifier, ISignInProvider
{
    // What somebody confirms is what the other provider has just said.
    private static readonly TimeSpan LongestThought = TimeSpan.FromHours(1);

    private readonly RelyingParty _party;
    private readonly IReadOnlyList<EvidenceRule> _rules;
    private readonly ClaimMap _claims;
    private readonly UpstreamSignIn _signIn;
    private readonly Uri _callback;
    private readonly TimeProvider _clock;

    public UpstreamVerifier(RelyingParty party, IReadOnlyList<EvidenceRule> rules, ClaimMap claims, UpstreamSignIn signIn, IVerifierPorts ports)
    {
        (_party, _rules, _claims, _signIn, _clock) = (party, rules, claims, signIn, ports.Clock);
        _callback = ports.CallbackAddress(party.Settings.Name);
        Manifest = new()
        {
            Name = party.Settings.Name,
            Gives = [.. rules.GroupBy(rule => rule.Offer.Type).Select(same => new EvidenceOffer(same.Key, same.Select(rule => rule.Offer.Most).Aggregate(Higher)) { Kinds = [.. same.Select(rule => rule.Kind).Distinct()] })],
            Methods = [CheckMethods.Authentication],
            Claims = claims.Ours,
            Minutes = 3,
            Things = [ThingNames.OnlineAccount],
            Texts = UpstreamTexts.Of(party.Settings.Organisation, claims.Ours),
        };
    }

    public VerifierManifest Manifest { get; }

    public async Task<VerificationStep> BeginAsync(VerificationSession session, CancellationToken cancellationToken)
    {
        try
        {
            var (address, state, departure) = await _party.DepartAsync(_callback, [.. Wanted(), ("ui_locales", session.Locale)], cancellationToken);
            return new VerificationStep.Redirect(address, state) { State = departure.Write() };
        }
        catch (UpstreamFault fault)
        {
            return Refuse(fault);
        }
    }

    public async Task<VerificationStep> ContinueAsync(VerificationSession session, StepAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            return answer switch
            {
                StepAnswer.Callback { Parameters: var parameters } when Departure.Read(session.State) is { } departure =>
                    Confirm(Judge(await LearnAsync(departure, parameters, cancellationToken)), session.Locale),
                StepAnswer.Look => Prove(JsonSerializer.Deserialize<Confirmed>(session.State)!), // It was written when it was shown.
                _ => new VerificationStep.Refused(RefusalReason.Cancelled),
            };
        }
        catch (UpstreamFault fault)
        {
            return Refuse(fault);
        }
    }

    public Task<SignInStep> DepartAsync(Uri callback, string locale, CancellationToken cancellationToken) => _signIn.DepartAsync(callback, locale, cancellationToken);

    public Task<SignInStep> ReturnAsync(Uri callback, string state, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken) =>
        _signIn.ReturnAsync(callback, state, parameters, cancellationToken);

    private async Task<UpstreamAnswer> LearnAsync(Departure departure, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var answer = await _party.ReturnAsync(_callback, departure, parameters, cancellationToken);
        return answer with { UserInfo = await _party.UserInfoAsync(answer, cancellationToken) };
    }

    private IEnumerable<(string, string)> Wanted()
    {
        yield return ("scope", _party.Settings.Scope);
        if (_party.Settings.Vectors.Count > 0)
            yield return ("vtr", JsonSerializer.Serialize(_party.Settings.Vectors));
        if (_party.Settings.AcrValues.Length > 0)
            yield return ("acr_values", _party.Settings.AcrValues);
        var verified = _rules.Select(rule => rule.Verified).OfType<VerifiedClaimsRule>().ToList();
        if (verified.Count > 0)
            yield return ("claims", VerifiedClaimsRule.Request(verified, _claims.Theirs));
    }

    private Evidence Judge(UpstreamAnswer answer)
    {
        var now = _clock.GetUtcNow();
        foreach (var rule in _rules)
        {
            if (rule.Match(answer) is not { } match)
                continue;
            return new Evidence
            {
                Type = rule.Offer.Type,
                Kind = rule.Kind,
                // OpenID Connect Core §5.7: the two together, and nothing else, are somebody's for ever.
                Number = $"{_party.Settings.Issuer}\n{answer.Subject}",
                Scores = rule.Offer.Most,
                Checks = [new(CheckMethods.Authentication, _party.Settings.Organisation, match.CheckedAt < now ? match.CheckedAt.Value : now)],
                Issuer = _party.Settings.Organisation,
                Claims = _claims.Of(match.Claims, DateOnly.FromDateTime(now.UtcDateTime)),
            };
        }

        throw UpstreamFault.TooLittle("level");
    }

    private VerificationStep.Show Confirm(Evidence evidence, string locale)
    {
        var born = DateOnly.ParseExact(evidence.Claims[ClaimNames.BirthDate], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new("confirm", ["confirm-name", "confirm-born", "confirm-text"])
        {
            Values = new Dictionary<string, string>
            {
                ["name"] = string.Join(' ', new[] { ClaimNames.GivenName, ClaimNames.FamilyName }.Select(claim => evidence.Claims.GetValueOrDefault(claim)).Where(name => name is not null)),
                ["born"] = born.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(locale)),
            },
            State = JsonSerializer.Serialize(new Confirmed(evidence, _clock.GetUtcNow())),
        };
    }

    private VerificationStep.Proven Prove(Confirmed confirmed) =>
        _clock.GetUtcNow() - confirmed.At <= LongestThought ? new([confirmed.Evidence]) : throw UpstreamFault.Late();

    private static VerificationStep.Refused Refuse(UpstreamFault fault) => new(fault.Reason) { Cause = fault.Cause };

    private static EvidenceScores Higher(EvidenceScores one, EvidenceScores other) => new(Math.Max(one.Strength, other.Strength), Math.Max(one.Validity, other.Validity),
        Math.Max(one.Activity, other.Activity), Math.Max(one.Fraud, other.Fraud), Math.Max(one.Verification, other.Verification));

    private sealed record Confirmed(Evidence Evidence, DateTimeOffset At);
}
