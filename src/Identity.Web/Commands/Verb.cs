using System.CommandLine;

namespace Identity.Web.Commands;

/// <summary>Something the program does in place of serving, answered by an exit code.</summary>
/// <param name="name">The last word of the verb.</param>
/// <param name="description">What it does, for whoever asks for help.</param>
/// <param name="run">Does it, with every room at hand.</param>
internal sealed class Verb(string name, string description, Func<IServiceProvider, ParseResult, Task<int>> run) : Command(name, description)
{
    public Task<int> RunAsync(IServiceProvider services, ParseResult words) => run(services, words);
}
