using System.CommandLine;

namespace Identity.Web.Commands;

/// <summary>A verb as somebody wrote it.</summary>
/// <param name="words">The verb with its own arguments and options.</param>
/// <param name="settings">What follows it, such as <c>--Storage:Provider=Postgres</c>.</param>
internal sealed class VerbCall(ParseResult words, string[] settings)
{
    private const int Misspelt = 2;

    /// <summary>What to run; null when the words are no verb, or ask for help.</summary>
    public Verb? Verb { get; } = words.Errors.Count == 0 && words.Action is null ? words.CommandResult.Command as Verb : null;

    public string[] Settings => settings;

    public Task<int> RunAsync(IServiceProvider services) => Verb!.RunAsync(services, words); // Asked for when there is one.

    /// <summary>Says what is wrong with the words, or the help that they ask for.</summary>
    public async Task<int> ExplainAsync()
    {
        if (words.Errors.Count == 0)
            return await words.InvokeAsync();

        // The last one is about what was written; one before it may be about what was not.
        await Console.Error.WriteLineAsync($"{words.Errors[^1].Message} Write one of: {string.Join(", ", Names(words.RootCommandResult.Command, ""))}; or none, to serve.");
        return Misspelt;
    }

    private static IEnumerable<string> Names(Command command, string before) => command.Subcommands.SelectMany(part =>
        part is Verb ? [string.Join(' ', [before + part.Name, .. part.Arguments.Select(argument => argument.Name)])] : Names(part, $"{before}{part.Name} "));
}
