using System.Diagnostics;
using Identity.Domain.Audit;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Partners.Traces;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>D4: registers an application, with as little as it takes to sign somebody in.</summary>
[OpenTo(PartnerRight.Change)]
internal sealed class NewModel(PartnerApplications applications, ClientTraces traces, Text text) : PartnerPage
{
    private static readonly Dictionary<string, string> FieldOf = new()
    {
        ["client_name"] = nameof(AppName),
        ["consent.purpose"] = nameof(Purpose),
        ["redirect_uris"] = nameof(Redirects),
        ["sector_identifier"] = nameof(Redirects),
    };

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? AppName { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Redirects { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Read() is not { } client)
            return Page();
        switch (await applications.CreateAsync(Own, client, Aborted))
        {
            case ChangeOutcome.Changed(var made):
                // In the first hour most goes wrong.
                await traces.SwitchOnAsync(made.Client.ClientId, AuditSubject.Account(Account).Value, Aborted);
                return Next(PartnerLinks.Application(Own.Organisation.Id, made.Client.ClientId), "partners.app.made");
            case ChangeOutcome.Refused(var faults):
                ModelState.Add(faults, FieldOf);
                return Page();
            case ChangeOutcome.Gone or ChangeOutcome.Stale:
                return Next(PartnerLinks.Home);
            default:
                throw new UnreachableException();
        }
    }

    private Client? Read()
    {
        if (!Enum.TryParse<ApplicationKind>(Kind, out var kind) || !KindWords.All.Any(known => known.ToString() == Kind))
        {
            ModelState.AddModelError(nameof(Kind), text["partners.app.noKind"].ToString());
            return null;
        }

        var signsIn = kind is not ApplicationKind.Machine;
        return ApplicationKinds.Begin(kind) with
        {
            ClientName = AppName?.Trim() ?? "",
            RedirectUris = kind is ApplicationKind.Device or ApplicationKind.Machine ? [] : TypedLines.Of(Redirects),
            // Whoever signs somebody in shows their name first of all.
            Scope = signsIn ? "openid profile" : "",
            Consent = new ConsentTerms
            {
                Purpose = Purpose?.Trim() ?? "",
                Claims = signsIn ? new Dictionary<string, ConsentTerm> { ["name"] = new(false, text["partners.app.nameWhy"].ToString()) } : new Dictionary<string, ConsentTerm>(),
            },
        };
    }
}
