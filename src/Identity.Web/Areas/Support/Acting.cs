using System.Diagnostics;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Staff;
using Identity.Protocol;
using Microsoft.Extensions.Options;

namespace Identity.Web.Areas.Support;

/// <summary>Does what an agent asks for, and says in words what became of it.</summary>
internal sealed class Acting(SupportActions actions, IOptions<ProtocolOptions> protocol)
{
    /// <summary>The page on which a caller types what they were told and sent.</summary>
    public Uri CallerPage => new(Issuer, "caller");

    private Uri Issuer => protocol.Value.Issuer!; // No host starts without one.

    public Task<ActOutcome> ActAsync(StaffSession session, Guid look, ActionRequest request, CancellationToken cancellationToken) =>
        actions.ActAsync(session, look, request, Issuer, cancellationToken);

    /// <returns>The key of what went well, or null.</returns>
    public static string? News(ActOutcome outcome) => outcome switch
    {
        ActOutcome.Done => "support.act.done",
        ActOutcome.Drawn => "support.act.drawn",
        _ => null,
    };

    /// <returns>The key of why it was not done.</returns>
    public static string Problem(ActOutcome outcome) => outcome switch
    {
        ActOutcome.Nothing => "support.act.nothing",
        ActOutcome.CallerUnknown => "support.act.caller",
        ActOutcome.AddressUnknown => "support.correct.noCode",
        ActOutcome.CaseClosed => "support.act.caseClosed",
        ActOutcome.NobodyOnLine => "support.act.nobody",
        _ => throw new UnreachableException(),
    };
}
