using Identity.ArchitectureTests;

namespace Planted.Protocol.Errors
{
    internal static class Shared
    {
        public const int Length = 1;
        public static void Use() { }
    }
}

namespace Planted.Protocol.Door
{
    public sealed class Handle;

    [Breaks(RoomRules.RoomsAreClosed)]
    public sealed class Window;

    [Breaks(RoomRules.RoomsAreClosed)]
    [Breaks(RoomRules.RulesAreSealed)]
    public class Open;
}

namespace Planted.Protocol.Dpop
{
    internal static class Proof
    {
        public static void Check() => Errors.Shared.Use();
    }

    internal sealed class Held<T>
    {
        public T? Value { get; init; }
    }
}

namespace Planted.Protocol.StepUp
{
    [Breaks(RoomRules.RoomsKnowSharedRooms)]
    internal static class CallsAnotherRoom
    {
        public static void Check() => Dpop.Proof.Check();
    }

    [Breaks(RoomRules.RoomsKnowSharedRooms)]
    internal static class HoldsAnothersGeneric
    {
        public static int Read(object held) => ((Dpop.Held<int>)held).Value;
    }

    internal static class CallsASharedRoom
    {
        public static void Check() => Errors.Shared.Use();
    }
}
