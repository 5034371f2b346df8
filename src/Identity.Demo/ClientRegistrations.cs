namespace Identity.Demo;

/// <summary>The demo's client registrations, <c>config/clients/*.json</c>, written for the default ports.</summary>
internal static class ClientRegistrations
{
    /// <summary>The folder to load; at other ports that of a copy in which every address is the one in use.</summary>
    public static string Prepare(DemoOptions options)
    {
        var source = Path.Combine(options.Root, "config", "clients");
        var moved = new DemoPorts().All.Zip(options.Ports.All, (standard, used) => (standard.Port, Used: used.Port))
            .Where(each => each.Port != each.Used).ToList();
        if (moved.Count == 0) return source;

        var target = Directory.CreateDirectory(Path.Combine(options.Data, "clients")).FullName;
        foreach (var file in Directory.EnumerateFiles(source, "*.json"))
            File.WriteAllText(Path.Combine(target, Path.GetFileName(file)), Move(File.ReadAllText(file), moved));
        return target;
    }

    private static string Move(string text, IEnumerable<(int Port, int Used)> moved)
    {
        // In two steps, so that ports that change places do not meet.
        foreach (var (port, _) in moved) text = text.Replace($"http://localhost:{port}", $"http://localhost:<{port}>", StringComparison.Ordinal);
        foreach (var (port, used) in moved) text = text.Replace($"<{port}>", $"{used}", StringComparison.Ordinal);
        return text;
    }
}
