using System.Collections;
using System.Reflection;
using Identity.Domain;
using Identity.Protocol;
using Identity.Web;
using Identity.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace Identity.Tests.Web.Settings;

public sealed class SettingsFileTests
{
    // Set up by rooms and not by an operator.
    private static readonly string[] Unbound = ["ErrorOptions"];

    public static TheoryData<string> Paths => [.. Sections.All.SelectMany(section => section.Settings).Select(setting => setting.Path)];

    [Fact]
    public void Every_options_class_of_a_room_has_its_section()
    {
        var classes = new[] { typeof(DomainServices), typeof(ProtocolServices), typeof(Look) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsNested: false } && type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Name.Length > 7)
            .Where(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Length > 0)
            .Select(type => type.Name).Except(Unbound).Order();

        Assert.Equal(classes, Sections.All.Select(section => section.Options.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_setting_stands_in_the_file_with_a_sentence_about_it(string path)
    {
        Assert.True(SettingsFile.Comments.TryGetValue(path, out var comment), "The file lacks it.");
        Assert.Matches(@"^[A-Z0-9].*\.$", comment);
    }

    // Nobody's provider is where another's is: the address in the file is Development's, and the code has none.
    public static TheoryData<string> Defaults => [.. Paths.Select(row => row.Data).Where(path => path != "Protocol:Issuer")];

    [Theory]
    [MemberData(nameof(Defaults))]
    public void A_setting_has_the_default_that_the_file_says(string path)
    {
        var (section, setting) = Sections.All.SelectMany(section => section.Settings.Select(setting => (section, setting))).Single(pair => pair.setting.Path == path);

        Assert.Equal(Shown(setting, Activator.CreateInstance(section.Options)), Shown(setting, SettingsFile.Bound(section)));
    }

    [Fact]
    public void Every_key_of_the_file_is_read()
    {
        Assert.Equal(Sections.All.Select(section => section.Name).Order(), SettingsFile.Configuration.GetChildren().Select(child => child.Key).Where(key => key != "$schema").Order());
        Assert.Equal(Paths.Select(row => row.Data).Order(), SettingsFile.Comments.Keys.Order());
        Assert.Empty(UnknownSettings.Faults(SettingsFile.Configuration));
    }

    [Fact]
    public void Sections_stand_in_the_file_in_the_order_of_the_code() =>
        Assert.Equal(Sections.All.Select(section => section.Name), Sections.All.Select(section => section.Name).OrderBy(name => SettingsFile.Text.IndexOf($"\n  \"{name}\":", StringComparison.Ordinal)));

    private static string Shown(Setting setting, object? options) => setting.Property.GetValue(options) switch
    {
        IDictionary dictionary => string.Join(',', dictionary.Keys.Cast<object>()),
        IEnumerable list and not string => string.Join(',', list.Cast<object>()),
        var value => $"{value}",
    };
}
