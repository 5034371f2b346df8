using Identity.BrowserTests.Running;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>The main journeys of a citizen who reads Welsh. The applications of the demo speak English.</summary>
public sealed class WelshTests(Browser browser)
{
    private const string SignIn = "Mewngofnodi i barhau i Appointments";
    private const string Problem = "Gwall: ";

    [Theory, ClassData(typeof(Screens))]
    public async Task A_citizen_whose_browser_wishes_for_Welsh_signs_in_shares_stops_and_signs_out(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen, "cy-GB");
        await visitor.GoAsync(demo.Options.Appointments, "/sign-in");
        await SeeInWelshAsync(visitor, SignIn);
        await visitor.FillAsync("Cyfeiriad e-bost neu ID mewngofnodi", CitizenSteps.Alice);
        await visitor.ClickButtonAsync("Parhau");
        await SeeInWelshAsync(visitor, "Rhowch eich cyfrinair");
        await visitor.FillAsync("Cyfrinair", CitizenSteps.Password);
        await visitor.ClickButtonAsync("Mewngofnodi");
        await SeeInWelshAsync(visitor, "Rhannu eich manylion â gwasanaeth Appointments");
        await visitor.ReadAsync("Alice Archer");
        await visitor.ClickButtonAsync("Cytuno a rhannu");
        await visitor.SeeAsync("Appointments for Alice Archer");

        await visitor.GoAsync(demo.Options.Provider);
        await SeeInWelshAsync(visitor, "Eich cyfrif");
        await visitor.ReadAsync("29 Chwefror 1984");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Rhoi’r gorau i rannu" }).ClickAsync();
        await SeeInWelshAsync(visitor, "Rhoi’r gorau i rannu â gwasanaeth Appointments?");
        await visitor.ClickButtonAsync("Rhoi’r gorau i rannu");
        await visitor.ReadAsync("Nid ydych wedi defnyddio’r cyfrif hwn gyda gwasanaeth eto.");
        await visitor.GoAsync(demo.Options.Provider, "/sign-out");
        await SeeInWelshAsync(visitor, "Ydych chi am allgofnodi?");
        await visitor.ClickButtonAsync("Allgofnodi");
        await SeeInWelshAsync(visitor, "Rydych wedi allgofnodi");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task A_newcomer_who_chooses_Welsh_makes_every_mistake_and_is_told_of_each_in_Welsh(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        await visitor.GoAsync(demo.Options.HealthRecord, "/sign-in");
        await visitor.ClickLinkAsync("Create an account");
        await visitor.SeeAsync("What is your email address?");
        await ChooseAsync(visitor, "cy");
        await SeeInWelshAsync(visitor, "Beth yw eich cyfeiriad e-bost?");
        await visitor.ClickButtonAsync("Parhau");
        await visitor.SeeProblemAsync("Rhowch eich cyfeiriad e-bost", "Email", Problem);
        await visitor.CheckAsync();
        await visitor.FillAsync("Beth yw eich cyfeiriad e-bost?", "newydd@example.test");
        await visitor.ClickButtonAsync("Parhau");

        await SeeInWelshAsync(visitor, "Gwiriwch eich e-bost");
        await visitor.FillAsync("Cod 6 digid", "123");
        await visitor.ClickButtonAsync("Parhau");
        await visitor.SeeProblemAsync("Mae’r cod yn rhy fyr. Rhowch bob un o’r 6 digid", "Code", Problem);
        await visitor.CheckAsync();
        await visitor.FillAsync("Cod 6 digid", await visitor.ReadCodeAsync(demo.Options, "newydd@example.test"));
        await visitor.ClickButtonAsync("Parhau");

        await SeeInWelshAsync(visitor, "Creu cyfrinair");
        await visitor.FillAsync("Cyfrinair", "rhy fyr");
        await visitor.ClickButtonAsync("Parhau");
        await visitor.SeeProblemAsync("Rhaid i’ch cyfrinair gynnwys o leiaf 15 nod. Ychwanegwch air arall", "Password", Problem);
        await visitor.CheckAsync();
        await visitor.FillAsync("Cyfrinair", "perllan tebot dolydd");
        await visitor.ClickButtonAsync("Parhau");

        await SeeInWelshAsync(visitor, "Beth yw eich enw?");
        await visitor.ClickButtonAsync("Parhau");
        await visitor.SeeProblemAsync("Rhowch eich enw", "First", Problem);
        await visitor.CheckAsync();
        await visitor.FillAsync("Enw cyntaf neu enwau cyntaf", "Siân");
        await visitor.FillAsync("Cyfenw", "ferch Rhys");
        await visitor.ClickButtonAsync("Parhau");

        await SeeInWelshAsync(visitor, "Beth yw eich dyddiad geni?");
        await visitor.FillAsync("Mis", "Rhagfyr");
        await visitor.FillAsync("Blwyddyn", "1985");
        await visitor.ClickButtonAsync("Parhau");
        await visitor.SeeProblemAsync("Rhaid i’r dyddiad geni gynnwys diwrnod", "Birth-Day", Problem);
        await visitor.CheckAsync();
        await visitor.FillAsync("Diwrnod", "3");
        await visitor.ClickButtonAsync("Parhau");

        await SeeInWelshAsync(visitor, "Profwch pwy ydych chi");
        await visitor.ClickLinkAsync("Defnyddio dogfen ffug: gweld sut mae’n gweithio");
        await SeeInWelshAsync(visitor, "Defnyddio dogfen ffug");
        await visitor.ClickButtonAsync("Dechrau");
        await visitor.FillAsync("Rhif y ddogfen", "NOMATCH");
        await visitor.ClickButtonAsync("Parhau");
        await SeeInWelshAsync(visitor, "Ni allem wirio pwy ydych chi fel hyn");
        await visitor.ClickLinkAsync("Gweld y ffyrdd eraill");
        await visitor.ClickLinkAsync("Defnyddio dogfen ffug: gweld sut mae’n gweithio");
        await visitor.ClickButtonAsync("Dechrau");
        await visitor.FillAsync("Rhif y ddogfen", "HIGH 1");
        await visitor.ClickButtonAsync("Parhau");
        await SeeInWelshAsync(visitor, "Rydym wedi gwirio pwy ydych chi");
        await visitor.ClickLinkAsync("Parhau");

        await SeeInWelshAsync(visitor, "Rhannu eich manylion â gwasanaeth Health record");
        await visitor.ReadAsync("3 Rhagfyr 1985");
        await visitor.ClickButtonAsync("Peidio â rhannu");
        await SeeInWelshAsync(visitor, "Rydych wedi dewis peidio â rhannu");
    }

    [Theory, ClassData(typeof(Screens))]
    public async Task Every_page_outside_a_journey_can_be_turned_to_Welsh_and_back(Screen screen)
    {
        await using var demo = await RunningDemo.StartAsync();
        await using var visitor = await browser.OpenAsync(screen);
        foreach (var (path, english, welsh) in new[]
        {
            ("/welcome", "One account for every service", "Un cyfrif ar gyfer pob gwasanaeth"),
            ("/help", "Get help", "Cael help"),
            ("/cookies", "Cookies", "Cwcis"),
            ("/no-such-page", "We cannot find this page", "Ni allwn ddod o hyd i’r dudalen hon"),
            ("/authorize?client_id=nobody", "We cannot take you on from here", "Ni allwn fynd â chi ymlaen o’r fan hon"),
            ("/share/over", "Your browser is blocking cookies", "Mae eich porwr yn rhwystro cwcis"),
        })
        {
            await visitor.GoAsync(demo.Options.Provider, path);
            await visitor.SeeAsync(english);
            await ChooseAsync(visitor, "cy");
            await SeeInWelshAsync(visitor, welsh);
            await ChooseAsync(visitor, "en");
            await visitor.SeeAsync(english);
        }
    }

    private static Task ChooseAsync(Visitor visitor, string language) => visitor.Page.Locator($"a[hreflang={language}]").ClickAsync();

    private static async Task SeeInWelshAsync(Visitor visitor, string heading)
    {
        await visitor.SeeAsync(heading);
        Assert.Equal("cy", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        await visitor.CheckAsync();
    }
}
