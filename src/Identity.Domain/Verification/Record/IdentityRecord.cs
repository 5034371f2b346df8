using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Verification.Levels;
using Identity.Sdk;

namespace Identity.Domain.Verification.Record;

/// <summary>
/// What is on record of who the owner of an account is: evidence, and what speaks against it. Levels are not stored: they are
/// what <see cref="EvidencePolicy"/> says when they are asked for. Safe for concurrent use.
/// </summary>
public sealed class IdentityRecord(IDatabase database, Ledger ledger, LevelRules rules, EvidenceSeal seal, TimeProvider clock)
{
    /// <summary>How long evidence that counts no more stays on record, for whoever asks what happened.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private sealed record Adding(AddOutcome Outcome, IReadOnlyList<Guid> Elsewhere);

    /// <summary>Takes what a verifier gave, all of it or nothing.</summary>
    /// <param name="account">Whose it is said to be.</param>
    /// <param name="verifier">Which verifier.</param>
    /// <param name="evidence">What speaks for them. It is of one person, and within what the verifier may give: that is checked before.</param>
    /// <param name="against">What speaks against them, which is kept whatever becomes of the rest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AddOutcome> AddAsync(Guid account, string verifier, IReadOnlyList<Evidence> evidence, IReadOnlyList<ContraIndicator> against, CancellationToken cancellationToken) =>
        AddAsync(account, verifier, evidence, against, (_, _) => ValueTask.CompletedTask, cancellationToken);

    /// <summary>The same, with more in the same transaction: whatever <paramref name="also"/> throws undoes all of it.</summary>
    internal async Task<AddOutcome> AddAsync(
        Guid account, string verifier, IReadOnlyList<Evidence> evidence, IReadOnlyList<ContraIndicator> against, Func<IStatements, AddOutcome, ValueTask> also, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (await ledger.RecordAsync(async write =>
        {
            var added = await AddAsync(write, account, verifier, evidence, against, now);
            await also(write, added.Outcome);
            return added;
        }, done => About(account, verifier, against, done), cancellationToken)).Outcome;
    }

    /// <summary>Takes one piece back. Levels that rested on it are gone at once.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="evidence">Which.</param>
    /// <param name="actor">Who decided.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was there, and counted.</returns>
    public async Task<bool> RevokeAsync(Guid account, Guid evidence, string actor, CancellationToken cancellationToken) => await ledger.RecordAsync(
        async write =>
        {
            var kind = await write.FirstAsync(RecordStatements.Revoke, row => row.GetString(0), ("id", evidence), ("account", account), ("now", Now));
            if (kind is not null)
                await write.ExecuteAsync(RecordStatements.Unmark, ("id", evidence));
            return kind;
        },
        kind => kind is null ? Recorded.Nothing : Recorded.Of(
            new AuditEntry(AuditSubject.Account(account), AuditEvents.EvidenceRevoked) { Actor = actor, Details = new Dictionary<string, string> { ["evidence"] = evidence.ToString("D"), ["kind"] = kind } },
            new Notice(account, RecordMessages.Revoked) { To = NoticeAudience.Everywhere }), cancellationToken) is not null;

    /// <summary>Says that something which spoke against a person does not any more: two of staff have looked.</summary>
    /// <returns>What it leaves behind; null when it was not there, or weighed nothing.</returns>
    internal async ValueTask<Recorded?> ClearAsync(IStatements write, Guid account, Guid indicator, Guid request)
    {
        var found = (await write.ListAsync(RecordStatements.Indicators, Indicator, ("account", account))).FirstOrDefault(one => one.Id == indicator);
        return found is not null && await RelieveAsync(write, account, found, rules.Indicators.Of(found.Code).Weight, $"request:{request:D}")
            ? Recorded.Of(Entry(AuditSubject.Operator("identity-record"), AuditEvents.IndicatorMitigated, ("account", account.ToString("D")), ("indicator", indicator.ToString("D")), ("request", request.ToString("D"))),
                new Notice(account, SupportMessages.FindingCleared) { To = NoticeAudience.Everywhere })
            : null;
    }

    /// <summary>How an account stands in a scheme of levels, and why.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="framework">One of <c>levels.json</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KeyNotFoundException">There is no such scheme.</exception>
    public async Task<Standing> StandingAsync(Guid account, string framework, CancellationToken cancellationToken)
    {
        var (evidence, indicators) = await HeldAsync(account, cancellationToken);
        return EvidencePolicy.Judge(rules, rules.Frameworks[framework], evidence, indicators, clock.GetUtcNow());
    }

    /// <summary>All that is on record of an account, with what counts no more.</summary>
    public Task<(IReadOnlyList<HeldEvidence> Evidence, IReadOnlyList<HeldIndicator> Against)> HeldAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(async read => (await read.ListAsync(RecordStatements.List, seal.Read, ("account", account)),
            await read.ListAsync(RecordStatements.Indicators, Indicator, ("account", account))), cancellationToken);

    /// <returns>What a verifier gave, as it would be on record; it is on none.</returns>
    internal IReadOnlyList<HeldEvidence> Hold(string verifier, IReadOnlyList<Evidence> evidence) => [.. evidence.Select(item => seal.Hold(verifier, item, clock.GetUtcNow()))];

    /// <summary>Whether evidence that is on no record proves again that somebody is the person whom an account's record is of; see <see cref="ReproofPolicy"/>.</summary>
    internal async Task<bool> IsProvenAgainAsync(Guid account, string framework, IReadOnlyList<HeldEvidence> found, CancellationToken cancellationToken)
    {
        var (evidence, against) = await HeldAsync(account, cancellationToken);
        return ReproofPolicy.IsProvenAgain(rules, rules.Frameworks[framework], evidence, against, found, clock.GetUtcNow());
    }

    /// <summary>What verifiers found against somebody: it stands in a chain that they do not read.</summary>
    /// <param name="account">Whose they say they are.</param>
    /// <param name="against">What was found.</param>
    /// <param name="recovery">By which verification they wanted back into the account, when they did: it may not be theirs, so nothing weighs against its owner.</param>
    internal static Recorded Found(Guid account, IReadOnlyList<ContraIndicator> against, Guid? recovery = null) => new([.. against.Select(indicator => Entry(
        AuditSubject.Operator("identity-record"), AuditEvents.IndicatorFound, ("account", account.ToString("D")), ("code", indicator.Code), ("recovery", recovery?.ToString("D") ?? "")))], []);

    private async ValueTask<Adding> AddAsync(IStatements write, Guid account, string verifier, IReadOnlyList<Evidence> evidence, IReadOnlyList<ContraIndicator> against, DateTimeOffset now)
    {
        if (await write.FirstAsync(RecordStatements.Lock, row => row.GetGuid(0), ("account", account)) != account)
            return new(new AddOutcome.NoAccount(), []);

        foreach (var indicator in against)
            await IndicateAsync(write, account, indicator);
        var held = await write.ListAsync(RecordStatements.List, seal.Read, ("account", account));
        var brought = evidence.Select(item => seal.Hold(verifier, item, now)).ToList();
        if (!EvidencePolicy.AreOfOnePerson([.. held.Where(item => item.RevokedAt is null), .. brought]))
        {
            await IndicateAsync(write, account, new ContraIndicator(IndicatorCodes.OtherPerson, verifier, now));
            return new(new AddOutcome.OtherPerson(), []);
        }

        var elsewhere = new HashSet<Guid>();
        foreach (var (item, kept) in evidence.Zip(brought))
        {
            await InsertAsync(write, account, item, kept);
            foreach (var mark in seal.Marks(item, rules.Identifiers))
            {
                elsewhere.UnionWith(await write.ListAsync(RecordStatements.Elsewhere, row => row.GetGuid(0), ("mark", mark), ("account", account), ("now", Now)));
                await write.ExecuteAsync(RecordStatements.Mark, ("mark", mark), ("id", kept.Id), ("account", account), ("ends", Ends(kept)));
            }
        }

        await RelieveAsync(write, account, brought);
        if (elsewhere.Count == 0)
            return new(new AddOutcome.Added(brought), []);
        await IndicateAsync(write, account, new ContraIndicator(IndicatorCodes.ProvenElsewhere, verifier, now));
        return new(new AddOutcome.ProvenElsewhere(), [.. elsewhere]);
    }

    private async ValueTask InsertAsync(IStatements write, Guid account, Evidence item, HeldEvidence kept) => await write.ExecuteAsync(RecordStatements.Insert,
        ("id", kept.Id), ("account", account), ("verifier", kept.Verifier), ("type", kept.Type.ToString()), ("kind", kept.Kind), ("piece", kept.Piece),
        ("strength", kept.Scores.Strength), ("validity", kept.Scores.Validity), ("activity", kept.Scores.Activity), ("fraud", kept.Scores.Fraud),
        ("verification", kept.Scores.Verification), ("sealed", seal.Seal(item)), ("now", kept.AddedAt.ToUnixTimeMilliseconds()),
        ("expires", kept.Expires?.ToUnixTimeMilliseconds()), ("ends", Ends(kept)));

    private ValueTask<int> IndicateAsync(IStatements write, Guid account, ContraIndicator indicator) => write.ExecuteAsync(RecordStatements.Indicate,
        ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("account", account), ("code", indicator.Code), ("by", indicator.By), ("at", indicator.At.ToUnixTimeMilliseconds()),
        ("transaction", indicator.Transaction), ("ends", (indicator.At + rules.Indicators.Of(indicator.Code).Life).ToUnixTimeMilliseconds()));

    // Only what was checked after something was found makes up for it.
    private async ValueTask RelieveAsync(IStatements write, Guid account, IReadOnlyList<HeldEvidence> brought)
    {
        foreach (var indicator in await write.ListAsync(RecordStatements.Indicators, Indicator, ("account", account)))
        {
            foreach (var item in brought)
            {
                var relief = rules.Indicators.Of(indicator.Code).ReliefBy(item.Checks.Where(check => check.At > indicator.At).Select(check => check.Method));
                if (relief > 0)
                    await RelieveAsync(write, account, indicator, relief, item.Id.ToString("D"));
            }
        }
    }

    private async ValueTask<bool> RelieveAsync(IStatements write, Guid account, HeldIndicator indicator, int weight, string by)
    {
        if (await write.FirstAsync(RecordStatements.Relieve, row => (long?)row.GetInt64(0), ("id", indicator.Id), ("account", account), ("weight", weight)) is not { } ends)
            return false;
        await write.ExecuteAsync(RecordStatements.Mitigate, ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("indicator", indicator.Id), ("account", account),
            ("by", by), ("weight", weight), ("now", Now), ("ends", ends));
        return true;
    }

    private static Recorded About(Guid account, string verifier, IReadOnlyList<ContraIndicator> against, Adding done)
    {
        if (done.Outcome is AddOutcome.NoAccount)
            return Recorded.Nothing;
        var found = Found(account, against).Entries;
        if (done.Outcome is AddOutcome.Added { Evidence.Count: 0 })
            return new(found, []);
        var (happened, message) = done.Outcome is AddOutcome.OtherPerson
            ? (AuditEvents.EvidenceRefused, RecordMessages.OtherPerson)
            : (AuditEvents.EvidenceAdded, RecordMessages.Proved);
        var pieces = done.Outcome is AddOutcome.Added added ? string.Join(' ', added.Evidence.Select(item => item.Kind)) : "";
        return new([.. found, Entry(AuditSubject.Account(account), happened, ("verifier", verifier), ("kinds", pieces))], [])
        {
            Notices =
            [
                new Notice(account, message) { To = NoticeAudience.Everywhere, NotMe = true },
                .. done.Elsewhere.Select(other => new Notice(other, RecordMessages.Elsewhere) { To = NoticeAudience.Everywhere, NotMe = true }),
            ],
        };
    }

    private static AuditEntry Entry(AuditSubject subject, string happened, params IEnumerable<(string Key, string Value)> details) =>
        new(subject, happened) { Details = details.Where(detail => detail.Value.Length > 0).ToDictionary(detail => detail.Key, detail => detail.Value, StringComparer.Ordinal) };

    private static HeldIndicator Indicator(System.Data.Common.DbDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetInt32(3));

    private long Ends(HeldEvidence evidence) => evidence.EndsAt(rules.Lifetimes).ToUnixTimeMilliseconds();

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
