using Identity.Domain.Storage;
using Identity.Domain.Support.Corrections;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Actions;

/// <summary>What waits for whoever was drawn to decide it.</summary>
public sealed class DrawnRequests(IDatabase database, Corrections.Corrections corrections, TimeProvider clock)
{
    /// <summary>Theirs, the oldest first.</summary>
    public Task<IReadOnlyList<DrawnRequest>> WaitingForAsync(StaffSession session, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DrawnRequest>>(async read =>
    {
        var waiting = await read.ListAsync(RequestStatements.Drawn, row => (Account: row.GetGuid(4), Request: new DrawnRequest(row.GetGuid(0), Enum.Parse<SupportAction>(row.GetString(1)), row.GetString(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))), ("by", session.Staff.Id), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        var shown = new List<DrawnRequest>();
        foreach (var (account, request) in waiting)
            shown.Add(request with { Correction = await ShowAsync(read, account, request.Id) });
        return shown;
    }, cancellationToken);

    private async ValueTask<DrawnCorrection?> ShowAsync(IStatements read, Guid account, Guid request)
    {
        if (await corrections.FindAsync(read, request) is not { } correction || await read.FirstAsync(LookupStatements.Account, FiledAccount.Of, ("id", account)) is not { } before)
            return null;
        return correction switch
        {
            { Name: { } name } => new(correction.Evidence, Masked.Name(before.Name), Masked.Name(name.Full)),
            { Born: { } born } => new(correction.Evidence, Masked.Born(before.Born), Masked.Born(born)),
            { Email: { } email } => new(correction.Evidence, Masked.Email(before.Email), Masked.Email(email.Spelling)),
            _ => new(correction.Evidence, Masked.Phone(before.Phone), null),
        };
    }
}
