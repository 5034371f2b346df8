using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Actions;

/// <summary>Asks a colleague, whom the system draws, and tells every contact of the citizen how to stop it.</summary>
public sealed class ChangeRequests(Ledger ledger, RequestStore store, IOptions<SupportOptions> options)
{
    /// <summary>How long a request waits for the colleague who was drawn.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromMinutes(30);

    internal async Task<ActOutcome> AskAsync(StaffSession session, Guid look, FiledAccount account, ActionRequest asked, Uri issuer, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var told = Told(account.Id, asked.Action, new Uri(issuer, "stop-change/" + token));
        return (await ledger.RecordAsync(write => store.StoreAsync(write, session, look, account, asked, Hash(token)),
            stored => stored is { Outcome: ActOutcome.Drawn(var sign), Case: { } opened }
                ? Recorded.All([opened.Recorded, SupportRecords.With(session.Staff, account.Id, AuditEvents.SupportRequested, asked.Words, [told],
                    [("action", asked.Action.ToString()), ("approver", sign), ("case", opened.Reference), .. Evidence(asked)])])
                : Recorded.Nothing, cancellationToken)).Outcome;
    }

    private Notice Told(Guid account, SupportAction action, Uri link) => new(account, action switch
    {
        SupportAction.Close => SupportMessages.CloseAsked,
        SupportAction.ClearFinding => SupportMessages.ClearingAsked,
        _ when ActionRules.NeedsEvidence(action) => SupportMessages.CorrectionAsked,
        _ => SupportMessages.ChangeAsked,
    })
    {
        To = NoticeAudience.EverywhereAndFormer,
        Values = new Dictionary<string, string>
        {
            [action is SupportAction.Close ? "days" : "hours"] = Whole(action is SupportAction.Close ? options.Value.Closing.TotalDays : options.Value.CoolingOff.TotalHours),
            ["link"] = link.ToString(),
        },
    };

    private static IEnumerable<(string, string)> Evidence(ActionRequest asked) => asked.Correction is { } correction ? [("evidence", correction.Evidence.ToString())] : [];

    private static string Whole(double number) => ((int)number).ToString(CultureInfo.InvariantCulture);

    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
