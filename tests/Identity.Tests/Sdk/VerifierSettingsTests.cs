using Identity.Sdk;

namespace Identity.Tests.Sdk;

public sealed class VerifierSettingsTests
{
    [Fact]
    public void All_faults_are_told_at_once()
    {
        var settings = Settings(("Tries", "many"), ("Wait", "9.00:00:00"), ("Index", "ftp://records.example"), ("Tires", "3"));

        Assert.Equal(3, settings.Number("Tries", 3, 1, 10));
        Assert.Equal(TimeSpan.FromHours(1), settings.Duration("Wait", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)));
        Assert.Null(settings.Address("Index"));
        Assert.Empty(settings.Required("ClientId"));

        Assert.Equal(
            [
                "Verifiers:Settings:records:Tries is 'many': write a number from 1 to 10.",
                "Verifiers:Settings:records:Wait is '9.00:00:00': write a time from 00:01:00 to 1.00:00:00, such as 00:10:00.",
                "Verifiers:Settings:records:Index is 'ftp://records.example': write an address such as https://records.example.",
                "Verifiers:Settings:records:ClientId is not set: write its value.",
                "Verifiers:Settings:records:Tires is set, and no such setting exists. Leave it out.",
            ], settings.Faults);
    }

    [Fact]
    public void What_is_set_is_read_and_what_is_not_has_a_default()
    {
        var settings = Settings(("tries", "5"), ("Index", "https://records.example/fhir"), ("Wait", "00:02:00"));

        Assert.Equal(5, settings.Number("Tries", 3, 1, 10));
        Assert.Equal(new("https://records.example/fhir"), settings.Address("Index"));
        Assert.Equal(TimeSpan.FromMinutes(2), settings.Duration("Wait", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(1)));
        Assert.Equal("none", settings.Text("Note", "none"));
        Assert.False(settings.HasFaults);
        Assert.Empty(settings.Faults);
    }

    [Fact]
    public void Several_of_a_kind_are_read_by_name()
    {
        var settings = Settings(("Banks:First:Name", "First Bank"), ("Banks:Second:Nmae", "Second Bank"));

        Assert.Equal(["First", "Second"], settings.Names("Banks"));
        Assert.Equal("First Bank", settings.Section("Banks").Section("First").Required("Name"));
        settings.Section("Banks:Second").Required("Name");

        Assert.Equal(
            ["Verifiers:Settings:records:Banks:Second:Name is not set: write its value.", "Verifiers:Settings:records:Banks:Second:Nmae is set, and no such setting exists. Leave it out."],
            settings.Faults);
    }

    private static VerifierSettings Settings(params (string Key, string Value)[] values) =>
        new("Verifiers:Settings:records", values.ToDictionary(pair => pair.Key, pair => pair.Value));
}
