using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Demo.Hosting;

/// <summary>Invents the same things for the same citizen each time, different things for another one.</summary>
internal sealed class SeededChoice(string subject)
{
    public int Number(string purpose, int below)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}\n{purpose}"));
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(digest) % (uint)below);
    }

    public T One<T>(string purpose, IReadOnlyList<T> from) => from[Number(purpose, from.Count)];

    public IReadOnlyList<T> Some<T>(string purpose, IReadOnlyList<T> from, int count) =>
        [.. from.Select((item, index) => (item, order: Number($"{purpose} {index}", int.MaxValue))).OrderBy(each => each.order).Take(count).Select(each => each.item)];
}
