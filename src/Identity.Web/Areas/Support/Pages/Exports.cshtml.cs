using System.Text;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S9: a chain with its proof, as a file, which another auditor has to agree to.</summary>
[Needs(Permission.Audit, Fresh = true)]
internal sealed class ExportsModel(RecordSearch search, RecordExports exports, Text text) : SupportPage
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    [BindProperty]
    public string? Sign { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<AskedExport> Asked { get; private set; } = [];

    public IReadOnlyList<AskedExport> Waiting { get; private set; } = [];

    public async Task OnGetAsync() => (Asked, Waiting) = (await exports.OwnAsync(Own, Aborted), await exports.WaitingAsync(Own, Aborted));

    public async Task<IActionResult> OnPostAsync()
    {
        var found = await search.MatchAsync(Sign ?? "", Aborted);
        if (found is null)
            ModelState.AddModelError(nameof(Sign), text["support.exports.nobody"].ToString());
        if (!ReasonWords.Suffice(Words))
            ModelState.AddModelError(nameof(Words), text["support.find.noWords"].ToString());
        if (found is not null && ModelState.IsValid)
        {
            return await exports.AskAsync(Own, found.Subject, Words?.Trim() ?? "", Aborted)
                ? Next(SupportLinks.Exports, "support.exports.asked")
                : Next(SupportLinks.Exports, "support.requests.not");
        }

        await OnGetAsync();
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync([FromForm(Name = "Export")] string? export) => DecideAsync(export, approve: true);

    public Task<IActionResult> OnPostDeclineAsync([FromForm(Name = "Export")] string? export) => DecideAsync(export, approve: false);

    public async Task<IActionResult> OnPostFetchAsync([FromForm(Name = "Export")] string? export)
    {
        var lines = new MemoryStream();
        await using (var writer = new StreamWriter(lines, Plain, leaveOpen: true))
        {
            if (!Guid.TryParse(export, out var id) || !await exports.FetchAsync(Own, id, writer, Aborted))
                return Next(SupportLinks.Exports, "support.requests.not");
        }

        lines.Position = 0;
        return File(lines, "application/jsonl", "audit-export.jsonl");
    }

    private async Task<IActionResult> DecideAsync(string? export, bool approve) =>
        Guid.TryParse(export, out var id) && await exports.DecideAsync(Own, id, approve, Aborted)
            ? Next(SupportLinks.Exports, approve ? "support.requests.approved" : "support.requests.declined")
            : Next(SupportLinks.Exports, "support.requests.not");
}
