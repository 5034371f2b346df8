using System.Reflection;

namespace Identity.ArchitectureTests;

public sealed class RuleTests
{
    private static readonly Rule[] All = [.. DirectionRules.All, .. RoomRules.All, .. PageRules.All, .. StorageRules.All, .. EvidenceRules.All];

    public static TheoryData<string> Rules => [.. All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_house_keeps(string rule) =>
        Assert.Empty(Find(rule, House.Real).Select(breach => breach.ToString()).Distinct());

    /// <summary>The canary: every planted breach is seen, and nothing that is none.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_bites(string rule)
    {
        var planted = typeof(RuleTests).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<BreaksAttribute>().Any(breaks => breaks.Rule == rule))
            .Select(type => type.FullName!.Split('`')[0]).Order().ToList(); // A named type has a full name.

        Assert.NotEmpty(planted);
        Assert.Equal(planted, Find(rule, House.Planted).Select(breach => breach.Type).Distinct().Order());
    }

    [Fact]
    public void Every_room_is_walked_through()
    {
        foreach (var room in new[] { "Sdk", "Verifiers.Simulated", "Domain.Accounts", "Domain.Storage.Sqlite", "Protocol.Interaction", "Web.Pages.Errors" })
            Assert.NotEmpty(House.Real.In(room));
    }

    [Fact]
    public void Every_door_and_shared_room_that_is_listed_is_there()
    {
        var houses = House.Real.In("Protocol").Concat(House.Planted.In("Protocol")).ToList();

        Assert.All(RoomRules.Doors.Keys, door => Assert.Contains(houses, type => type.Name.EndsWith("Protocol." + door, StringComparison.Ordinal)));
        Assert.All(RoomRules.Shared.Keys, room => Assert.Contains(houses, type => type.Room("Protocol") == room));
    }

    private static IEnumerable<Breach> Find(string rule, House house) => All.Single(candidate => candidate.Name == rule).Find(house);
}
