using System.Net;
using System.Text;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Sessions.Trust;
using Identity.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Identity.Tests.Web.Partners;

/// <summary>
/// Every address of the portal, of one organisation, tried by everybody there is. The table is generated from the routes and held
/// against <c>Access.txt</c>; a page that is new stands in nobody's column until somebody writes it there.
/// </summary>
public sealed class AccessTests : PortalTest
{
    private const string Renew = "IDENTITY_WRITE";

    [Fact]
    public async Task Everybody_opens_what_the_table_says_and_nothing_else()
    {
        var table = await TableAsync();
        var file = Repository.At("tests", "Identity.Tests", "Web", "Partners", "Access.txt");
        if (Environment.GetEnvironmentVariable(Renew) == "1")
            await File.WriteAllTextAsync(file, table, Cancellation);

        Assert.Equal(await File.ReadAllTextAsync(file, Cancellation), table);
    }

    private sealed record Person(string Name, TestBrowser Browser);

    private async Task<string> TableAsync()
    {
        var people = await PeopleAsync();
        var table = new StringBuilder().AppendLine($"{"",-105}{string.Join(' ', people.Select(person => $"{person.Name,-11}"))}".TrimEnd());
        foreach (var route in Routes())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var row = new List<string>();
                foreach (var person in people)
                    row.Add($"{await TryAsync(person.Browser, method, route.Replace("{organisation}", $"{Owner.Organisation.Id:D}", StringComparison.Ordinal)),-11}");
                table.AppendLine($"{method,-5}{route,-100}{string.Join(' ', row)}".TrimEnd());
            }
        }

        return table.ToString().ReplaceLineEndings("\n");
    }

    private async Task<List<Person>> PeopleAsync()
    {
        var former = await HireAsync(PartnerRole.Owner);
        var formers = await AtAsync(former);
        Assert.True(await Provider.Get<Colleagues>().RemoveAsync(Owner, former.AccountId, Cancellation));
        var other = await OrganisationAsync("other@example.test", "Another");
        return
        [
            new("nobody", Provider.Browser()),
            new("password", await AtAsync(Owner.AccountId, ProofMethod.Password)),
            new("stranger", await AtAsync(await Provider.CreateAccountAsync("stranger@example.test"))),
            new("other owner", await AtAsync(other)),
            new("former", formers),
            new("viewer", await AtAsync(await HireAsync(PartnerRole.Viewer))),
            new("compliance", await AtAsync(await HireAsync(PartnerRole.Compliance))),
            new("developer", await AtAsync(await HireAsync(PartnerRole.Developer))),
            new("owner", await AtAsync(Owner)),
        ];
    }

    private IEnumerable<string> Routes() => Provider.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName == "Partners")
        .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "organisation" } => "{organisation}",
            _ => Guid.Empty.ToString("D"),
        })))
        .Distinct().Order(StringComparer.Ordinal);

    private static async Task<string> TryAsync(TestBrowser browser, HttpMethod method, string route)
    {
        using var response = await browser.SendAsync(method, route);
        return response switch
        {
            { StatusCode: HttpStatusCode.SeeOther } when response.Headers.Location is { } location =>
                location.OriginalString.Contains("/confirm", StringComparison.Ordinal) ? "confirm" : location.OriginalString.StartsWith("/sign-in/", StringComparison.Ordinal) ? "sign-in" : location.OriginalString,
            { StatusCode: HttpStatusCode.Forbidden } => "-",
            // Past the guard: a page, or a form without its proof against forgery.
            { StatusCode: HttpStatusCode.OK or HttpStatusCode.BadRequest } => "OPEN",
            { StatusCode: HttpStatusCode.NotFound } => "none",
            _ => $"{(int)response.StatusCode}",
        };
    }
}
