using System.Globalization;

namespace Identity.Demo;

/// <summary>The six ports of the demo, section <c>Demo:Ports</c>.</summary>
public sealed record DemoPorts
{
    public int Provider { get; init; } = 5000;
    public int Appointments { get; init; } = 5101;
    public int HealthRecord { get; init; } = 5102;
    public int RecordsApi { get; init; } = 5103;
    public int Wearable { get; init; } = 5104;

    /// <summary>Of the provider too: the console of its support staff.</summary>
    public int Support { get; init; } = 5010;

    /// <summary>Each port with the last part of the setting that chooses it.</summary>
    internal IEnumerable<(string Setting, int Port)> All =>
    [
        (nameof(Provider), Provider), (nameof(Appointments), Appointments),
        (nameof(HealthRecord), HealthRecord), (nameof(RecordsApi), RecordsApi), (nameof(Wearable), Wearable), (nameof(Support), Support),
    ];

    internal static DemoPorts Read(IConfiguration section, List<string> faults)
    {
        var defaults = new DemoPorts();
        var ports = new DemoPorts
        {
            Provider = Port(nameof(Provider), defaults.Provider),
            Appointments = Port(nameof(Appointments), defaults.Appointments),
            HealthRecord = Port(nameof(HealthRecord), defaults.HealthRecord),
            RecordsApi = Port(nameof(RecordsApi), defaults.RecordsApi),
            Wearable = Port(nameof(Wearable), defaults.Wearable),
            Support = Port(nameof(Support), defaults.Support),
        };
        foreach (var shared in ports.All.GroupBy(each => each.Port).Where(group => group.Count() > 1))
            faults.Add($"Port {shared.Key} is set for {string.Join(" and ", shared.Select(each => $"Demo:Ports:{each.Setting}"))}. Give each its own.");
        return ports;

        int Port(string setting, int otherwise)
        {
            if (section[setting] is not { } text) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535) return port;
            faults.Add($"Demo:Ports:{setting} is '{text}'. Set a number from 1 to 65535.");
            return otherwise;
        }
    }
}
