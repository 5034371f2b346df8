using System.Data.Common;
using Identity.Domain.Accounts;
using Identity.Domain.Accounts.EmailChange;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Support.Holds;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Support.Corrections;

/// <summary>
/// Details that staff correct by evidence. Old and new value stand in the record as salted commitments alone; the citizen is told
/// which detail was changed. An e-mail address goes the way of any other change of it.
/// </summary>
public sealed class Corrections(Reach reach, IDataProtectionProvider protection, TimeProvider clock)
{
    internal const string Purpose = "Identity.SupportCorrections";

    // Longer than anything that was asked for may wait.
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>Keeps what a request would change.</summary>
    internal ValueTask<int> KeepAsync(IStatements write, Guid request, Correction correction) => write.ExecuteAsync(CorrectionStatements.Insert, ("id", request),
        ("evidence", correction.Evidence.ToString()), ("sealed", _protector.Protect(correction.ToBytes())), ("until", (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds()));

    /// <returns>What a request would change, or null.</returns>
    internal ValueTask<Correction?> FindAsync(IStatements read, Guid request) => read.FirstAsync(CorrectionStatements.Find, Open, ("id", request));

    /// <summary>Forgets it, when it was stopped.</summary>
    internal ValueTask<Correction?> TakeAsync(IStatements write, Guid request) => write.FirstAsync(CorrectionStatements.Take, Open, ("id", request));

    /// <summary>Makes the change.</summary>
    /// <param name="write">The transaction in which its request was taken.</param>
    /// <param name="request">That request.</param>
    /// <param name="account">Whose detail.</param>
    /// <param name="phone">Which telephone is removed; null where none is.</param>
    /// <returns>What it leaves behind, or null when nothing was changed.</returns>
    internal async ValueTask<Recorded?> ApplyAsync(IStatements write, Guid request, Guid account, Guid? phone) => await TakeAsync(write, request) switch
    {
        { Name: { } name } => await NameAsync(write, account, name),
        { Born: { } born } => await BornAsync(write, account, born),
        { Email: { } email } => await EmailAsync(write, account, email),
        not null when phone is { } id => await PhoneAsync(write, account, id),
        _ => null,
    };

    private async ValueTask<Recorded?> NameAsync(IStatements write, Guid account, PersonName name)
    {
        var before = await write.FirstAsync(CorrectionStatements.Before, row => row.IsDBNull(0) ? "" : row.GetString(0), ("account", account));
        return before == name.Full || await write.ExecuteAsync(CorrectionStatements.Name, ("account", account), ("given", name.Given), ("family", name.Family),
            ("full", name.Full), ("now", Now), ("stamp", SupportHolds.Stamp())) == 0
            ? null
            : Changed(account, AuditEvents.DetailsChanged, SupportMessages.NameChanged, before ?? "", name.Full);
    }

    private async ValueTask<Recorded?> BornAsync(IStatements write, Guid account, BirthDate born)
    {
        var before = await write.FirstAsync(CorrectionStatements.Before, row => row.IsDBNull(1) ? "" : row.GetString(1), ("account", account));
        return before == born.Iso || await write.ExecuteAsync(CorrectionStatements.Born, ("account", account), ("born", born.Iso), ("now", Now), ("stamp", SupportHolds.Stamp())) == 0
            ? null
            : Changed(account, AuditEvents.DetailsChanged, SupportMessages.BirthDateChanged, before ?? "", born.Iso);
    }

    // The day in which it can be stopped is over; from here on it is a change of address like any other.
    private async ValueTask<Recorded?> EmailAsync(IStatements write, Guid account, EmailAddress email)
    {
        await write.ExecuteAsync(EmailChangeStatements.Agreed, ("account", account), ("email", email.Spelling), ("key", email.Key), ("now", Now));
        return Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.EmailChangeAsked) { Personal = new Dictionary<string, string> { ["after"] = email.Spelling } });
    }

    private async ValueTask<Recorded?> PhoneAsync(IStatements write, Guid account, Guid phone)
    {
        var removed = await write.FirstAsync(CorrectionStatements.Phone, row => new PhoneNumber(row.GetString(0), row.GetBoolean(1)), ("id", phone), ("account", account));
        if (removed is null)
            return null;
        if (removed.TakesTexts)
            await reach.RememberAsync(write, account, new MessageRoute(MessageChannel.Text, removed.E164));
        await write.ExecuteAsync(PhoneStatements.Tell, ("account", account), ("now", Now), ("stamp", SupportHolds.Stamp()));
        await write.ExecuteAsync(TrustedDevices.Forget, ("account", account));
        return Recorded.Of(
            new AuditEntry(AuditSubject.Account(account), AuditEvents.PhoneRemoved) { Personal = new Dictionary<string, string> { ["phone"] = removed.E164 } },
            new Notice(account, PhoneMessages.Removed) { To = NoticeAudience.EverywhereAndFormer, Values = new Dictionary<string, string> { ["ending"] = removed.Ending } });
    }

    private static Recorded Changed(Guid account, string happened, string template, string before, string after) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), happened) { Personal = new Dictionary<string, string> { ["before"] = before, ["after"] = after } },
        new Notice(account, template) { To = NoticeAudience.EverywhereAndFormer });

    private Correction Open(DbDataReader row) => Correction.Of(_protector.Unprotect((byte[])row[1]), Enum.Parse<EvidenceKind>(row.GetString(0)));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
