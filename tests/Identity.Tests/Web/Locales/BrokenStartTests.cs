namespace Identity.Tests.Web.Locales;

/// <summary>Broken words stop the program itself, and one run tells an operator all that is wrong with them.</summary>
public sealed class BrokenStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theme").FullName;

    public BrokenStartTests()
    {
        foreach (string file in Directory.GetFiles(Repository.At("themes", "default")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    [Fact]
    public async Task Every_fault_of_every_file_is_written_with_its_file_and_key()
    {
        await WriteAsync("messages.en.json", """{ "frame.help": "", "frame.back": "Back {where}" }""");
        await WriteAsync("messages.cy.json", """{ "frame.halp": "Cymorth", "frame.continue": "Rydych ar eich ffordd i **{app}", "frame.skip": 1, "frame.skip": "Neidio" }""");
        await WriteAsync("messages.fr.json", "{}");
        await WriteAsync("messages.de.json", "[");

        var (exit, _, error) = await Program.RunAsync("check-config", "--environment=Development", $"--Themes:Folder={Path.GetDirectoryName(_folder)}", $"--Themes:Name={Path.GetFileName(_folder)}");

        Assert.Equal(1, exit);
        Assert.Equal(
            [
                "messages.cy.json: 'frame.continue': '**' is missing",
                "messages.cy.json: 'frame.skip' is a number, not a text",
                "messages.cy.json: 'frame.skip' stands here twice",
                "messages.cy.json: there is no message 'frame.halp'",
                "messages.de.json: the locale 'de' is not spoken here",
                "messages.en.json: 'frame.back' has {where} where nothing is expected",
                "messages.en.json: 'frame.help' is empty",
                "messages.fr.json: the locale 'fr' is not spoken here",
            ], error.Select(line => line.Trim(' ', '-')).Where(line => line.StartsWith("messages.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task WriteAsync(string file, string json) =>
        File.WriteAllTextAsync(Path.Combine(_folder, file), json, TestContext.Current.CancellationToken);
}
