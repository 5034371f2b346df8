using Identity.BrowserTests.Running;
using Identity.BrowserTests.Walk.Checks;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Walk;

/// <summary>
/// Walks to every page in every state, and looks at it as everybody has to be able to. Each state is seen in each theme; in
/// which language and whether first without script goes by turns, so that every pair of theme, language, script and page is
/// met. With <c>IDENTITY_FULL_WALK=1</c> all of them are.
/// </summary>
[Spec("WCAG", "2.2 AA")]
public abstract class WalkTests(Browser browser, RunningProvider provider, int turn) : Walk(browser, provider, turn)
{
    public static TheoryData<string> States => [.. PageRegistry.All.Select(state => state.ToString())];

    [Theory, MemberData(nameof(States))]
    public Task Everybody_can_use(string name) => WalkAsync(PageRegistry.All, name);
}

/// <summary>The same for the console, in one theme: staff read it in each language too.</summary>
[Spec("WCAG", "2.2 AA")]
public sealed class ConsoleWalkTests(Browser browser, SupportProvider provider) : Walk(browser, provider, 0), IClassFixture<SupportProvider>
{
    public static TheoryData<string> States => [.. ConsoleRegistry.All.Select(state => state.ToString())];

    [Theory, MemberData(nameof(States))]
    public Task Everybody_of_staff_can_use(string name) => WalkAsync(ConsoleRegistry.All, name);
}

/// <summary>The same for the portal of partners' developers, in one theme.</summary>
[Spec("WCAG", "2.2 AA")]
public sealed class PortalWalkTests(Browser browser, PortalTheme provider) : Walk(browser, provider, 0), IClassFixture<PortalTheme>
{
    public static TheoryData<string> States => [.. PortalRegistry.All.Select(state => state.ToString())];

    [Theory, MemberData(nameof(States))]
    public Task Every_developer_can_use(string name) => WalkAsync(PortalRegistry.All, name);
}

/// <summary>Walks to a page and looks at it.</summary>
public abstract class Walk(Browser browser, RunningProvider provider, int turn)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("IDENTITY_FULL_WALK") == "1";

    private protected async Task WalkAsync(IReadOnlyList<PageState> states, string name)
    {
        var index = states.ToList().FindIndex(state => state.ToString() == name);
        var locales = provider.Locales;
        foreach (var locale in Full ? locales : [locales[(index + turn) % locales.Count]])
        {
            await using var visitor = await browser.OpenAsync(Screen.Wide);
            var walker = await ReachAsync(visitor, states[index], locale);
            await LookAsync(new Visit(visitor.Page, states[index], locale, provider.Theme));
            if (!Full && ((index / 2) + turn) % 2 != 0)
                continue;
            // To a page that is as it was when it is loaded again nobody has to walk a second time.
            if (states[index].Problems.Count == 0 && await AgainWithoutScriptAsync(visitor, walker, states[index]))
                await WithoutScriptAsync(new Visit(visitor.Page, states[index], locale, provider.Theme));
            else
                await ReachWithoutScriptAsync(states[index], locale);
        }
    }

    private async Task LookAsync(Visit visit)
    {
        // The problems come first, as the others move the focus.
        var faults = (await Problems.LookAsync(visit)).ToList();
        foreach (var check in Checks())
            faults.AddRange(await check(visit));
        Assert.True(faults.Count == 0, $"{visit.State}, {visit.Locale}, {provider.Theme}, {visit.Page.Url}\n{string.Join('\n', faults)}");
    }

    private static async Task<bool> AgainWithoutScriptAsync(Visitor visitor, Walker walker, PageState state)
    {
        await (await visitor.Context.NewCDPSessionAsync(visitor.Page)).SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        await walker.ReloadAsync();
        return walker.Shown == state.Page;
    }

    private async Task ReachWithoutScriptAsync(PageState state, string locale)
    {
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await ReachAsync(visitor, state, locale);
        await WithoutScriptAsync(new Visit(visitor.Page, state, locale, provider.Theme));
    }

    private async Task WithoutScriptAsync(Visit visit)
    {
        var faults = (await Room.ReflowAsync(visit)).ToList();
        if (visit.State.Problems.Count > 0 && await visit.Page.EvaluateAsync<string>("location.hash") != "#problem")
            faults.Add("problems: without script the browser does not find the summary");
        Assert.True(faults.Count == 0, $"{visit.State}, {visit.Locale}, {provider.Theme}, without script\n{string.Join('\n', faults)}");
    }

    private async Task<Walker> ReachAsync(Visitor visitor, PageState state, string locale)
    {
        var walker = new Walker(provider, visitor, locale);
        await walker.SpeakAsync();
        await state.Reach(walker);
        // A heading may be there before the stylesheet is.
        await visitor.Page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal(state.Page, walker.Shown);
        return walker;
    }

    private bool Enhanced => provider.Theme == "high-contrast";

    private IEnumerable<Func<Visit, Task<IEnumerable<string>>>> Checks()
    {
        yield return Fields.LookAsync;
        yield return TabKey.WalkAsync;
        yield return visit => Rules.AllAsync(visit, Enhanced);
        yield return Weight.MeasureAsync;
        yield return async visit => await Room.ReflowAsync(visit);
        yield return Room.LargeTextAsync;
        yield return async visit => await Room.SpacingAsync(visit);
        yield return Modes.ForcedColoursAsync;
        yield return Modes.ReducedMotionAsync;
        // What is left without custom properties is the same in every theme.
        if (provider.Theme == "default")
            yield return Modes.OldStylesAsync;
    }
}

/// <summary>The default theme.</summary>
public sealed class DefaultTheme() : RunningProvider("default");

/// <summary>The default theme, for developers.</summary>
public sealed class PortalTheme() : RunningProvider("default");

/// <summary>The theme of high contrast.</summary>
public sealed class HighContrastTheme() : RunningProvider("high-contrast");

/// <inheritdoc/>
public sealed class DefaultWalkTests(Browser browser, DefaultTheme provider) : WalkTests(browser, provider, 0), IClassFixture<DefaultTheme>;

/// <inheritdoc/>
public sealed class HighContrastWalkTests(Browser browser, HighContrastTheme provider) : WalkTests(browser, provider, 1), IClassFixture<HighContrastTheme>;
