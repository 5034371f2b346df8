using System.Diagnostics.CodeAnalysis;

namespace Identity.Sdk;

/// <summary>
/// A vector of trust (RFC 8485 §3.1): components such as <c>P2</c> and <c>Cm</c>, each a capital letter that says what kind it is
/// and one letter or digit that is its value, with a full stop between two. Their order says nothing; a kind may occur with
/// several values. Immutable; equal when the components are.
/// </summary>
public sealed class VectorOfTrust : IEquatable<VectorOfTrust>
{
    /// <summary>The longest that is read, in characters.</summary>
    public const int MostCharacters = 100;

    private readonly SortedSet<string> _components;

    private VectorOfTrust(SortedSet<string> components) => _components = components;

    /// <summary>Its components, sorted.</summary>
    public IReadOnlyCollection<string> Components => _components;

    /// <summary>Reads one.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="vector">The vector.</param>
    /// <returns>Whether it is one: not when it is empty, longer than <see cref="MostCharacters"/>, or has a part that is no component.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out VectorOfTrust? vector)
    {
        var parts = text is { Length: > 0 and <= MostCharacters } ? text.Split('.') : [];
        vector = parts.Length > 0 && parts.All(IsComponent) ? new(new SortedSet<string>(parts, StringComparer.Ordinal)) : null;
        return vector is not null;
    }

    /// <summary>Makes one.</summary>
    /// <param name="components">One component at least.</param>
    /// <exception cref="ArgumentException">One of them is no component, or there is none.</exception>
    public static VectorOfTrust Of(params IEnumerable<string> components) =>
        TryParse(string.Join('.', components), out var vector) ? vector : throw new ArgumentException("That is no vector of trust.", nameof(components));

    /// <summary>The values of one kind.</summary>
    /// <param name="kind">Its letter, such as <c>P</c>.</param>
    /// <returns>None when the vector says nothing of it.</returns>
    public IEnumerable<char> Values(char kind) => _components.Where(component => component[0] == kind).Select(component => component[1]);

    /// <summary>The vector that has those components alone whose kind is among these.</summary>
    /// <param name="kinds">Letters, such as <c>C</c>.</param>
    /// <returns>Null when nothing is left.</returns>
    public VectorOfTrust? Only(params IReadOnlyList<char> kinds) =>
        _components.Where(component => kinds.Contains(component[0])).ToList() is { Count: > 0 } left ? Of(left) : null;

    /// <inheritdoc />
    public bool Equals(VectorOfTrust? other) => other is not null && _components.SetEquals(other._components);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as VectorOfTrust);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The vector as RFC 8485 writes it, its components sorted.</summary>
    public override string ToString() => string.Join('.', _components);

    private static bool IsComponent(string part) => part is [>= 'A' and <= 'Z', (>= 'a' and <= 'z') or (>= '0' and <= '9')];
}
