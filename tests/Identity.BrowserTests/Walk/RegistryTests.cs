using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Xunit;

namespace Identity.BrowserTests.Walk;

public sealed partial class RegistryTests(DefaultTheme provider, SupportProvider support) : IClassFixture<DefaultTheme>, IClassFixture<SupportProvider>
{
    [Fact]
    public void Every_page_there_is_has_its_lines_in_the_registry() =>
        Assert.Equal(provider.Pages, PageRegistry.All.Select(state => state.Page).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_page_of_the_console_has_its_lines_too() =>
        Assert.Equal(support.ConsolePages, ConsoleRegistry.All.Select(state => state.Page).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_page_of_the_portal_has_its_lines_too() =>
        Assert.Equal(provider.PortalPages, PortalRegistry.All.Select(state => state.Page).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_page_with_a_form_of_fields_is_met_with_a_problem() =>
        Assert.Empty(FieldPages().Except(PageRegistry.All.Where(state => state.Problems.Count > 0).Select(state => state.Page)));

    [Fact]
    public void Every_state_has_a_name_of_its_own() =>
        Assert.Distinct(PageRegistry.All.Concat(ConsoleRegistry.All).Select(state => $"{state.IsConsole} {state}"));

    [Fact]
    public void So_has_every_state_of_the_portal() => Assert.Distinct(PortalRegistry.All.Select(state => state.ToString()));

    [Fact]
    public void Every_theme_that_is_shipped_is_walked_in()
    {
        var themes = typeof(RegistryTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WalkTests)))
            .Select(type => type.GetConstructors()[0].GetParameters()[1].ParameterType)
            .Select(type => ((RunningProvider)Activator.CreateInstance(type)!).Theme); // A fixture has a constructor without arguments.

        Assert.Equal(Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "themes")).Select(Path.GetFileName).Order(), themes.Order());
    }

    private static IEnumerable<string> FieldPages()
    {
        var root = Path.Combine(Identity.Demo.DemoOptions.Read([]).Root, "src", "Identity.Web", "Pages");
        return Directory.GetFiles(root, "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('_') && !file.EndsWith("Share.cshtml", StringComparison.Ordinal)
                && Parts(root, file).Any(part => File.ReadAllText(part).Contains(" for=\"", StringComparison.Ordinal)))
            .Select(file => "/" + Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'));
    }

    // A page, and what it shares with others.
    private static IEnumerable<string> Parts(string root, string file) => Part().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
        .Select(part => part.StartsWith('/') ? Path.Combine(Path.GetDirectoryName(root)!, part[1..]) : Path.Combine(Path.GetDirectoryName(file)!, part + ".cshtml")) // Both are in a folder.
        .Prepend(file);

    [GeneratedRegex("<partial name=\"([^\"]+)\"")]
    private static partial Regex Part();
}
