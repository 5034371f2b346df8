using System.Net;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Partners.Releases;
using Identity.Testing;

namespace Identity.Tests.Web.Partners;

/// <summary>D9: an application is open to its own people, and opens to others by two of them, step by step.</summary>
public sealed class LivePageTests : PortalTest
{
    private const string Callback = "https://app.riverside.example/callback";

    [Fact]
    public async Task Its_own_people_are_signed_in_before_it_is_live_and_nobody_else()
    {
        var client = (await MakeAsync()).Client;
        using var owner = await AtAsync(Owner);
        using var stranger = await AtAsync(await Provider.CreateAccountAsync("stranger@example.test"));

        Assert.StartsWith("/share/", (await owner.OpenAsync(Url(client))).Path, StringComparison.Ordinal);
        var page = await stranger.OpenAsync(Url(client));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("You cannot use Riverside Bookings yet", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_may_be_asked_the_application_is_told()
    {
        var client = (await MakeAsync()).Client;
        using var stranger = await AtAsync(await Provider.CreateAccountAsync("stranger@example.test"));
        using var answer = await stranger.GetAsync(Url(client) + "&prompt=none");

        Assert.Equal("access_denied", TestClient.Answer(answer)["error"]);
    }

    [Fact]
    public async Task It_opens_when_somebody_else_agrees_and_closes_by_one()
    {
        var home = await ReadyAsync();
        var (asking, deciding) = (await AtAsync(await HireAsync(PartnerRole.Developer)), await AtAsync(await HireAsync(PartnerRole.Compliance)));
        await asking.SubmitAsync(await asking.OpenAsync($"{home}/live"), ("OpenTo", "100"));
        Assert.Equal(0, Current(home).OpenTo);

        var page = await deciding.OpenAsync($"{home}/live");
        Assert.Contains("Alice Archer asked to open it", page.Words, StringComparison.Ordinal);
        await deciding.SubmitAsync(page with { Address = new Uri(page.Address + "?handler=Approve") });
        Assert.Equal(100, Current(home).OpenTo);

        page = await asking.OpenAsync($"{home}/live");
        await asking.SubmitAsync(page with { Address = new Uri(page.Address + "?handler=Close") });
        Assert.Equal(0, Current(home).OpenTo);
    }

    [Fact]
    public async Task Nobody_agrees_to_what_they_asked_for_themselves()
    {
        var home = await ReadyAsync();
        using var owner = await AtAsync(Owner);
        var page = await owner.SubmitAsync(await owner.OpenAsync($"{home}/live"), ("OpenTo", "100"));
        Assert.DoesNotContain("?handler=Approve", page.Html, StringComparison.Ordinal);

        page = await owner.SubmitAsync(page with { Address = new Uri(page.Address.GetLeftPart(UriPartial.Path) + "?handler=Approve") });

        Assert.Contains("Somebody else has to decide this", page.Words, StringComparison.Ordinal);
        Assert.Equal(0, Current(home).OpenTo);
    }

    [Fact]
    public async Task What_was_changed_since_has_to_be_asked_for_anew()
    {
        var home = await ReadyAsync();
        using var owner = await AtAsync(Owner);
        using var deciding = await AtAsync(await HireAsync(PartnerRole.Compliance));
        await owner.SubmitAsync(await owner.OpenAsync($"{home}/live"), ("OpenTo", "1"));
        var page = await deciding.OpenAsync($"{home}/live");
        await owner.SubmitAsync(await owner.SubmitAsync(await owner.OpenAsync($"{home}/addresses"), ("Redirects", "https://elsewhere.riverside.example/")));

        page = await deciding.SubmitAsync(page with { Address = new Uri(page.Address + "?handler=Approve") });

        Assert.Contains("Somebody has changed the application", page.Words, StringComparison.Ordinal);
        Assert.Equal(0, Current(home).OpenTo);
    }

    [Fact]
    public async Task It_does_not_open_before_it_has_what_it_needs()
    {
        var home = $"{Place}/applications/{(await MakeAsync()).Client.ClientId}";
        using var owner = await AtAsync(Owner);

        var page = await owner.SubmitAsync(await owner.OpenAsync($"{home}/live"), ("OpenTo", "100"));

        Assert.Contains("Something that it needs is missing", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_at_one_share_may_at_every_greater_one()
    {
        var client = (await MakeAsync()).Client;
        var admission = Provider.Get<Admission>();
        var people = Enumerable.Range(0, 300).Select(number => Guid.CreateVersion7(Provider.Clock.GetUtcNow().AddSeconds(number))).ToList();
        var before = new HashSet<Guid>();
        foreach (var share in ReleaseSteps.Steps)
        {
            var now = new HashSet<Guid>();
            foreach (var person in people)
            {
                if (await admission.IsOpenAsync(client with { OpenTo = share }, person, Cancellation))
                    now.Add(person);
            }

            Assert.Subset(now, before);
            Assert.InRange(now.Count, share == 100 ? 300 : 0, share == 100 ? 300 : 300 * share / 100 + 30);
            before = now;
        }
    }

    private static string Url(Client client) =>
        $"/authorize?client_id={client.ClientId}&response_type=code&scope=openid%20profile&redirect_uri={Uri.EscapeDataString(Callback)}&state=s&nonce=n&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    private Client Current(string home) => Provider.Get<ClientDirectory>().Current.Find(home.Split('/')[^1]) ?? throw new InvalidOperationException("It is gone.");

    private async Task<string> ReadyAsync()
    {
        await HireAsync(PartnerRole.Owner);
        return $"{Place}/applications/{(await MakeAsync(policy: "https://app.riverside.example/privacy")).Client.ClientId}";
    }

    private async Task<Application> MakeAsync(string? policy = null)
    {
        var made = await Provider.Get<PartnerApplications>().CreateAsync(Owner, ApplicationKinds.Begin(ApplicationKind.Browser) with
        {
            ClientName = "Riverside Bookings",
            RedirectUris = [Callback],
            Scope = "openid profile",
            PolicyUri = policy,
            Consent = new ConsentTerms { Purpose = "To book a visit.", Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(false, "To greet you.") } },
        }, Cancellation);
        return ((ChangeOutcome.Changed)made).Application;
    }
}
