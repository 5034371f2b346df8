using System.Net;
using System.Text;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Identity.Tests.Web.Support;

/// <summary>
/// Every address of the console, tried by everybody there is. The table is generated from the routes and held against
/// <c>Access.txt</c>; a page that is new stands in nobody's column until somebody writes it there.
/// </summary>
public sealed class AccessTests : ConsoleTest
{
    private const string Renew = "IDENTITY_WRITE";

    [Fact]
    public async Task Everybody_opens_what_the_table_says_and_nothing_else()
    {
        var table = await TableAsync();
        var file = Repository.At("tests", "Identity.Tests", "Web", "Support", "Access.txt");
        if (Environment.GetEnvironmentVariable(Renew) == "1")
            await File.WriteAllTextAsync(file, table, Cancellation);

        Assert.Equal(await File.ReadAllTextAsync(file, Cancellation), table);
    }

    [Fact]
    public void A_page_that_does_not_say_who_may_open_it_stops_the_start()
    {
        Assert.Empty(PageAccess.Faults(PageAccess.Pages(typeof(PageAccess).Assembly.GetTypes())));
        Assert.NotEmpty(PageAccess.Pages(typeof(PageAccess).Assembly.GetTypes()));

        var fault = Assert.Single(PageAccess.Faults([typeof(Forgotten)]));
        Assert.Contains(nameof(Forgotten), fault, StringComparison.Ordinal);
    }

    private sealed class Forgotten : PageModel;

    private async Task<string> TableAsync()
    {
        var people = await PeopleAsync();
        var table = new StringBuilder().AppendLine($"{"",-71}{string.Join(' ', people.Select(person => $"{person.Name,-11}"))}".TrimEnd());
        foreach (var route in Routes())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var row = new List<string>();
                foreach (var person in people)
                    row.Add($"{await TryAsync(person.Browser, person.Header, method, route),-11}");
                table.AppendLine($"{method,-5}{route,-66}{string.Join(' ', row)}".TrimEnd());
            }
        }

        return table.ToString().ReplaceLineEndings("\n");
    }

    private sealed record Person(string Name, TestBrowser Browser, string? Header = null);

    private async Task<List<Person>> PeopleAsync()
    {
        var citizen = Provider.SupportBrowser();
        await Provider.SignInAsync(citizen, await Provider.CreateAccountAsync());
        var invited = Provider.SupportBrowser();
        var invitation = (InviteOutcome.Invited)await Provider.Get<StaffInvitations>().InviteAsync(
            TestStaff.Invitee("new@staff.test", "New", "agent"), Identity.Domain.Audit.AuditSubject.Operator("host"), Cancellation);
        invited.Cookies.Add(TestProvider.Support, new Cookie("support", await Provider.Get<StaffSessions>().RedeemAsync(invitation.Code, Cancellation)));
        var unwitnessed = await Staff.EnrolAsync(await Provider.Get<StaffInvitations>().InviteAsync(
            TestStaff.Invitee("enrolled@staff.test", "Enrolled", "supervisor"), Identity.Domain.Audit.AuditSubject.Operator("host"), Cancellation));

        List<Person> people =
        [
            new("nobody", Provider.SupportBrowser()), new("citizen", citizen), new("partner", Provider.SupportBrowser(), "Bearer eyJhbGciOiJFUzI1NiJ9.e30.AA"),
            new("invited", invited), new("unwitnessed", At(unwitnessed)), new("no-role", At(await RolelessAsync())),
        ];
        foreach (var role in RoleTable.Names)
            people.Add(new(role, At(await Staff.HireAsync(role))));
        return people;
    }

    private async Task<TestStaff.Employed> RolelessAsync()
    {
        var (_, second) = await Staff.FoundAsync();
        var guest = await Staff.EnrolAsync(await Provider.Get<StaffInvitations>().InviteAsync(
            TestStaff.Invitee("roleless@staff.test", "Roleless", "none"), Identity.Domain.Audit.AuditSubject.Operator("host"), Cancellation));
        await Staff.WitnessAsync(second, guest);
        return guest;
    }

    private IEnumerable<string> Routes() => Provider.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName == "Support" || endpoint.RoutePattern.RawText?.StartsWith("support", StringComparison.Ordinal) == true)
        .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
            segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString("D"))))
        .Distinct().Order(StringComparer.Ordinal);

    private static async Task<string> TryAsync(TestBrowser browser, string? header, HttpMethod method, string route)
    {
        using var response = await browser.SendAsync(method, route, header);
        return response switch
        {
            { StatusCode: HttpStatusCode.SeeOther } when response.Headers.Location is { } location => location.OriginalString.Split('#')[0] switch
            {
                "/support/sign-in" => "sign-in",
                "/support/keys" => "keys",
                "/support/witness" => "witness",
                "/support" => "desk",
                var other => other,
            },
            { StatusCode: HttpStatusCode.Forbidden } => "-",
            // Past the guard: a page, a form without its proof against forgery, or a record that is not there.
            { StatusCode: HttpStatusCode.OK or HttpStatusCode.BadRequest } => "OPEN",
            { StatusCode: HttpStatusCode.NotFound } => "OPEN (none)",
            _ => $"{(int)response.StatusCode}",
        };
    }
}
