using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Web.Settings;

namespace Identity.Tests.Web.Settings;

/// <summary>The schema of <c>identity.json</c>, from the options and from what the file says of them.</summary>
internal static class Schema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write() => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Settings of the provider",
        ["type"] = "object",
        ["properties"] = new JsonObject(Sections.All.Select(section => KeyValuePair.Create(section.Name, (JsonNode?)new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(section.Settings.Select(setting => KeyValuePair.Create(setting.Property.Name, (JsonNode?)Of(section, setting)))),
        }))),
    }.ToJsonString(Readable) + "\n";

    private static JsonObject Of(Section section, Setting setting)
    {
        var schema = setting switch
        {
            { IsReadElsewhere: true } => new JsonObject { ["type"] = "object" },
            { IsCollection: false } => Of(setting.ValueType),
            _ when setting.Property.PropertyType.Name.StartsWith("IDictionary", StringComparison.Ordinal) => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(setting.ValueType) },
            _ => new JsonObject { ["type"] = "array", ["items"] = Of(setting.ValueType) },
        };
        schema["description"] = SettingsFile.Comments.GetValueOrDefault(setting.Path);
        if (setting.Property.GetValue(SettingsFile.Bound(section)) is { } value and (string or not IEnumerable))
            schema["default"] = Default(value);
        return schema;
    }

    private static JsonValue Default(object value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        _ => JsonValue.Create($"{value}".TrimEnd('/')),
    };

    private static JsonObject Of(Type type) => type switch
    {
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) => new() { ["type"] = "integer" },
        _ when type == typeof(TimeSpan) => new() { ["type"] = "string", ["pattern"] = @"^(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$" },
        _ when type == typeof(Uri) => new() { ["type"] = "string", ["format"] = "uri" },
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when type.IsEnum => new() { ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode?)name)]) },
        _ => throw new NotSupportedException($"The schema knows no {type}."),
    };
}
