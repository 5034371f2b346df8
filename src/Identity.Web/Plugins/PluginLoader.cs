using Identity.Domain.Credentials.Upstream;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Ports;
using Identity.Domain.Verification.Runs;
using Identity.Protocol;
using Identity.Sdk;
using Microsoft.Extensions.Options;

namespace Identity.Web.Plugins;

/// <summary>Loads plugins and finds the verifiers that are offered.</summary>
internal sealed class PluginLoader(IConfiguration configuration, VerifierPortsFactory ports, LevelRules rules, IHostEnvironment environment, IOptions<ProtocolOptions> protocol)
{
    /// <summary>What the settings offer.</summary>
    /// <exception cref="BrokenPluginsException">Some of it cannot be; every fault is in it.</exception>
    public LoadedPlugins Load(PluginOptions options)
    {
        // Who offers none loads nothing.
        if (options.Names.Count + options.SignInNames.Count == 0)
            return new(OfferedVerifiers.None, UpstreamProviders.None);

        var faults = new List<string>();
        var files = PluginFile.ReadAll(options, faults);
        foreach (var lost in files.Where(file => !files.Any(entry => entry.IsEntry && entry.Plugin == file.Plugin)))
            faults.Add($"Verifiers:Assemblies:{lost.Path} belongs to {lost.Plugin}/{lost.Plugin}.dll, which is not listed, or is not what is listed. List it too.");
        var found = files.Where(file => file.IsEntry).SelectMany(entry => Create(entry.Plugin, [.. files.Where(file => file.Plugin == entry.Plugin)], faults)).ToList();
        foreach (var twice in found.GroupBy(verifier => verifier.Manifest.Name).Where(group => group.Count() > 1))
            faults.Add($"Verifiers:Assemblies has {twice.Count()} verifiers by the name {twice.Key}. Leave one of their plugins out.");
        var offered = Choose("Verifiers:Offered", options.Names, found, faults);
        faults.AddRange(offered.SelectMany(verifier => ManifestCheck.Faults(verifier.Manifest, rules).Select(fault => $"Verifiers:Offered names {verifier.Manifest.Name}, which {fault}")));
        var signIn = Choose("Verifiers:SignIn", options.SignInNames, found, faults);
        faults.AddRange(signIn.SelectMany(verifier => SignInCheck.Faults(verifier).Select(fault => $"Verifiers:SignIn names {verifier.Manifest.Name}, which {fault}")));
        return faults.Count == 0 ? new(new OfferedVerifiers(offered), new UpstreamProviders(signIn)) : throw new BrokenPluginsException(faults);
    }

    private List<IIdentityVerifier> Create(string plugin, IReadOnlyList<PluginFile> files, List<string> faults)
    {
        var settings = new VerifierSettings($"Verifiers:Settings:{plugin}", Values(configuration.GetSection($"Verifiers:Settings:{plugin}")));
        var made = new List<IIdentityVerifier>();
        try
        {
            var entries = new PluginContext(plugin, files).LoadEntry().GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IVerifierPlugin))).ToList();
            if (entries.Count == 0)
                faults.Add($"Verifiers:Assemblies:{plugin}/{plugin}.dll holds no public class that is an IVerifierPlugin.");
            foreach (var entry in entries)
                made.AddRange(((IVerifierPlugin)Activator.CreateInstance(entry)!).Create(ports.Create(plugin, Callback), settings)); // A class has an instance.
            // Read once here, where what a manifest throws is a fault and not a failed request.
            made.ForEach(verifier => _ = verifier.Manifest.Name);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            // Whatever other people's code throws is a fault of theirs, and one among others.
            var cause = thrown.GetBaseException();
            faults.Add($"Verifiers:Assemblies:{plugin}/{plugin}.dll cannot be used: {cause.GetType().Name}: {cause.Message}");
            made.Clear();
        }

        faults.AddRange(settings.Faults);
        return made;
    }

    private List<IIdentityVerifier> Choose(string key, IReadOnlyList<string> names, IReadOnlyList<IIdentityVerifier> found, List<string> faults)
    {
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
            faults.Add($"{key} names {twice.Key} twice. Write it once.");
        foreach (var unknown in names.Distinct().Where(name => found.All(verifier => verifier.Manifest.Name != name)))
            faults.Add($"{key} names {unknown}, and no plugin has it. There {(found.Count == 0 ? "is none" : $"is {string.Join(", ", found.Select(verifier => verifier.Manifest.Name).Distinct().Order())}")}.");

        var offered = found.Where(verifier => names.Contains(verifier.Manifest.Name)).DistinctBy(verifier => verifier.Manifest.Name).ToList();
        if (environment.IsProduction())
            faults.AddRange(offered.Where(verifier => verifier.Manifest.Simulated).Select(verifier => $"{key} names {verifier.Manifest.Name}, which proves nothing and is for trying things out. Leave it out: this is Production."));
        return offered;
    }

    private Uri Callback(string verifier) => new(protocol.Value.Issuer!, $"prove/callback/{verifier}"); // Validated before.

    private static Dictionary<string, string> Values(IConfigurationSection section) => section.AsEnumerable(makePathsRelative: true)
        .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.OrdinalIgnoreCase); // Filtered just before.
}

/// <summary>What plugins bring.</summary>
/// <param name="Verifiers">Ways to prove who one is.</param>
/// <param name="SignIn">Other providers that people may sign in at.</param>
internal sealed record LoadedPlugins(OfferedVerifiers Verifiers, UpstreamProviders SignIn);
