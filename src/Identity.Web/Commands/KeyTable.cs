using System.Text.Json;
using System.Text.Json.Serialization;
using Identity.Domain.Keys;
using Identity.Domain.Keys.Ring;

namespace Identity.Web.Commands;

/// <summary>What <c>keys list</c> writes: for a person, or as JSON for a program. Nothing in it is secret.</summary>
internal static class KeyTable
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<int> ListAsync(IServiceProvider services, bool json)
    {
        var signing = await services.GetRequiredService<SigningKeyList>().ListAsync(CancellationToken.None);
        var ring = await services.GetRequiredService<RingKeeper>().ListAsync(CancellationToken.None);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { signing, ring }, Indented));
        else
            Write(signing, ring);
        return ring.All(key => key.Revoked || key.Opens) ? 0 : 1;
    }

    private static void Write(IReadOnlyList<ListedKey> signing, IReadOnlyList<ListedRingKey> ring)
    {
        Console.WriteLine($"{"SIGNING KEY",-18}{"ALGORITHM",-11}{"STATE",-11}{"ANNOUNCED",-19}{"SIGNS FROM",-19}{"SIGNS UNTIL",-19}IN THE JWKS UNTIL");
        foreach (var key in signing)
        {
            var published = key.RevokedAt is { } at ? $"revoked {Times.Show(at)}" : Times.Show(key.Life.PublishedUntil);
            Console.WriteLine($"{key.Kid,-18}{key.Algorithm,-11}{State(key.State),-11}{Times.Show(key.Life.AnnouncedAt),-19}{Times.Show(key.Life.SignsFrom),-19}{Times.Show(key.Life.SignsUntil),-19}{published}");
        }

        Console.WriteLine();
        Console.WriteLine($"{"KEY OF THE RING",-38}{"STATE",-11}{"MADE",-19}{"SEALS UNTIL",-19}CLOSED BY");
        foreach (var key in ring)
            Console.WriteLine($"{key.Id,-38}{State(key),-11}{Times.Show(key.CreatedAt),-19}{Times.Show(key.ExpiresAt),-19}{key.ClosedBy ?? "nothing: it stands in clear"}");
    }

    private static string State(KeyState state) => state.ToString().ToLowerInvariant();

    private static string State(ListedRingKey key) => key.Revoked ? "revoked" : key.Opens ? "opens" : "closed";
}
