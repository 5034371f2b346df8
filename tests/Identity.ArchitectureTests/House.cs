using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Identity.ArchitectureTests;

/// <summary>A house to walk through: the real one, or the planted one in which every rule is broken.</summary>
internal sealed class House
{
    private readonly string _root;

    private House(string root, params Assembly[] assemblies)
    {
        _root = root;
        var architecture = new ArchLoader().LoadAssemblies(assemblies).Build();
        Types = [.. architecture.Types.Where(type => IsIn(type.Namespace.FullName, root)).Select(type => new Inhabitant(type, this))];
    }

    public static House Real { get; } = new("Identity",
        typeof(Sdk.SdkVersion).Assembly, typeof(Verifiers.Simulated.SimulatedPlugin).Assembly, typeof(Domain.DomainServices).Assembly, typeof(Protocol.ProtocolServices).Assembly, typeof(Web.Look).Assembly);

    public static House Planted { get; } = new("Planted", typeof(House).Assembly);

    public IReadOnlyList<Inhabitant> Types { get; }

    /// <summary>Types whose namespace is <paramref name="room"/>, such as <c>Domain.Storage</c>, or lies in it.</summary>
    public IEnumerable<Inhabitant> In(string room) => Types.Where(type => IsIn(type.Namespace, At(room)));

    /// <summary>The namespace of a room of this house.</summary>
    public string At(string room) => $"{_root}.{room}";

    public static bool IsIn(string name, string room) => name == room || name.StartsWith(room + ".", StringComparison.Ordinal);
}

/// <summary>A type of the house, by what a rule may ask of it.</summary>
internal sealed class Inhabitant(IType type, House house)
{
    /// <summary>Its name with all that surrounds it; a type that the compiler made belongs to the one it was made for.</summary>
    public string Name { get; } = Outer(type.FullName);

    public string Namespace { get; } = type.Namespace.FullName;

    public IType Type => type;

    /// <summary>Names of all types it knows of, in signatures, bodies and attributes.</summary>
    public IEnumerable<string> Knows => type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct();

    /// <summary>Type and name of each method it calls.</summary>
    public IEnumerable<(string Type, string Method)> Calls => type.Dependencies.OfType<MethodCallDependency>()
        .Select(call => (call.Target.FullName, call.TargetMember.Name.Split('(')[0]));

    /// <summary>The first folder below <paramref name="project"/>, or nothing for a type at its root.</summary>
    public string Room(string project)
    {
        var place = house.At(project);
        return Namespace == place ? "" : Namespace[(place.Length + 1)..].Split('.')[0];
    }

    private static string Outer(string name) => name.Split('+', '<', '`')[0];
}
