namespace Identity.Web.Settings;

/// <summary>Whether what was written for a key is of the kind that the key takes.</summary>
internal static class SettingValue
{
    public static IEnumerable<string> Faults(Setting setting, IConfiguration configuration)
    {
        if (setting.IsReadElsewhere)
            return [];

        var section = configuration.GetSection(setting.Path);
        return setting.IsCollection
            ? section.GetChildren().Select(child => Fault(child, setting.ValueType)).OfType<string>()
            : Fault(section, setting.ValueType) is { } fault ? [fault] : [];
    }

    private static string? Fault(IConfigurationSection section, Type type)
    {
        if (section.Value is null || type == typeof(string))
            return null;

        try
        {
            section.Get(type);
            return null;
        }
        catch (InvalidOperationException)
        {
            return $"{section.Path} is '{section.Value}'. Write {Remedy(Nullable.GetUnderlyingType(type) ?? type)}.";
        }
    }

    private static string Remedy(Type type) => type switch
    {
        _ when type.IsEnum => string.Join(" or ", Enum.GetNames(type)),
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(TimeSpan) => "a time such as 00:10:00, or 2.00:00:00 for two days",
        _ when type == typeof(Uri) => "an address such as https://identity.example",
        _ => $"a {type.Name}",
    };
}
