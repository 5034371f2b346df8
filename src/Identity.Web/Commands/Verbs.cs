using System.CommandLine;

namespace Identity.Web.Commands;

/// <summary>What the program does besides serving. Each verb stands in a file of its own.</summary>
internal static class Verbs
{
    private static RootCommand All() => new("Identity, an OpenID Provider. Without a verb it serves. Settings, such as --Storage:Path=FILE, follow the verb.")
    {
        CheckConfigVerb.Make(),
        MigrateVerb.Make(),
        ClientVerbs.Make(),
        AuditVerbs.Make(),
        KeyVerbs.Make(),
        SeedVerb.Make(),
        AccountVerbs.Make(),
        SupportVerbs.Make(),
        VerifierVerbs.Make(),
    };

    /// <returns>The verb the command line begins with, or null when it is to serve.</returns>
    public static VerbCall? Find(string[] args)
    {
        if (args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h")))
            return null;

        var all = All();
        var options = Options(all).ToHashSet(StringComparer.Ordinal);
        // What no verb knows is a setting, and so is all that follows it.
        var words = args.TakeWhile(arg => !arg.StartsWith('-') || options.Contains(arg.Split('=')[0])).ToArray();
        return new VerbCall(all.Parse(words), args[words.Length..]);
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Concat(command.Subcommands.SelectMany(Options));
}
