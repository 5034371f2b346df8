using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Identity.Web.Settings;

/// <summary>One section of the configuration, by the options of the room that reads it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Options">The type that it is bound to.</param>
/// <param name="Validate">Makes the options, which runs the room's own validator.</param>
internal sealed record Section(string Name, Type Options, Action<IServiceProvider> Validate)
{
    public IReadOnlyList<Setting> Settings { get; } =
        [.. Options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => new Setting($"{Name}:{property.Name}", property))];

    public static Section Of<T>(string name)
        where T : class =>
        new(name, typeof(T), services => services.GetRequiredService<IOptionsFactory<T>>().Create(Microsoft.Extensions.Options.Options.DefaultName));
}

/// <summary>One key: its path, and the property that its value is for.</summary>
internal sealed record Setting(string Path, PropertyInfo Property)
{
    /// <summary>Whether keys of the operator's own, or numbers, stand below it.</summary>
    public bool IsCollection { get; } = Property.PropertyType != typeof(string) && Property.PropertyType.IsAssignableTo(typeof(IEnumerable));

    /// <summary>Whether what stands below it is somebody else's to read, however deep.</summary>
    public bool IsReadElsewhere { get; } = Property.IsDefined(typeof(ReadElsewhereAttribute), inherit: false);

    /// <summary>What one value has to be.</summary>
    public Type ValueType => IsCollection ? Property.PropertyType.GetGenericArguments()[^1] : Property.PropertyType;
}
