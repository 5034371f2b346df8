using System.Globalization;

namespace Identity.Demo;

/// <summary>
/// The settings of the demo, section <c>Demo</c>, from the command line (<c>--Demo:Ports:Provider=5050</c>) or the
/// environment (<c>Demo__Ports__Provider=5050</c>).
/// </summary>
public sealed record DemoOptions
{
    public DemoPorts Ports { get; init; } = new();

    /// <summary>The folder that holds <c>config</c>: that of the solution.</summary>
    public required string Root { get; init; }

    /// <summary>What the provider keeps: its database and keys. Ignored by version control.</summary>
    public required string Data { get; init; }

    /// <summary>The command line, which may hold the provider's own settings too.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    public Uri Provider => At(Ports.Provider);
    public Uri Appointments => At(Ports.Appointments);
    public Uri HealthRecord => At(Ports.HealthRecord);
    public Uri RecordsApi => At(Ports.RecordsApi);
    public Uri Wearable => At(Ports.Wearable);
    public Uri Support => At(Ports.Support);

    /// <summary>Where the codes stand by which a newcomer joins the support staff of the demo.</summary>
    public string SupportCodes => Path.Combine(Data, "support-codes.txt");

    /// <exception cref="DemoRefusedException">A setting is not what it should be; every fault is listed.</exception>
    public static DemoOptions Read(string[] args)
    {
        var section = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build().GetSection("Demo");
        var faults = new List<string>();
        var root = section["Root"] ?? FindRoot() ?? "";
        if (!Directory.Exists(Path.Combine(root, "config", "clients")))
            faults.Add($"Demo:Root is '{root}', where no config/clients is. Set it to the folder of Identity.sln.");
        var options = new DemoOptions
        {
            Root = root,
            Arguments = args,
            Data = section["Data"] ?? Path.Combine(root, "data"),
            Ports = DemoPorts.Read(section.GetSection("Ports"), faults),
        };
        return faults.Count == 0 ? options : throw new DemoRefusedException(faults);
    }

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Identity.sln")))
                return folder.FullName;
        return null;
    }

    private static Uri At(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
}
