using Identity.Domain.Verification;
using Identity.Domain.Verification.Runs;
using Identity.Protocol;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Prove;

/// <summary>Takes a proof to another device, by a code that is shown once: as a picture, an address or letters to type.</summary>
internal sealed class HandOverModel(ProveStep step, Verifications verifications, IOptions<ProtocolOptions> protocol, IOptions<VerificationOptions> options) : ProvePage(step)
{
    [FromRoute]
    public Guid Run { get; set; }

    /// <summary>The code, once it is made.</summary>
    [TempData(Key = "hand-over")]
    public string? Code { get; set; }

    /// <summary>What the picture leads to: it fills the code in, and asks.</summary>
    public Uri Link => new($"{Page("here")}?code={Code}");

    /// <summary>What is typed, without what every browser adds.</summary>
    public string Address => $"{Page("here").Authority}{Page("here").AbsolutePath}";

    public int Minutes => (int)options.Value.HandoffLife.TotalMinutes;

    public async Task<IActionResult> OnGetAsync() =>
        await verifications.FindAsync(Run, Found.Holder, Aborted) is { Status: RunStatus.Running } ? Page() : Next(Url.ProveStep(Journey, Run));

    public async Task<IActionResult> OnPostAsync()
    {
        Code = await verifications.HandOffAsync(Run, Found.Session.AccountId, Aborted);
        return Next(Code is null ? Url.ProveStep(Journey, Run) : Url.HandOver(Journey, Run));
    }

    private Uri Page(string path) => new(protocol.Value.Issuer!, path); // No host starts without an issuer.
}
