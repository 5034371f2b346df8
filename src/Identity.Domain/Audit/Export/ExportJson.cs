using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Domain.Audit.Export;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExportLine))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    public static string Write(ExportLine line) => JsonSerializer.Serialize(line, Default.ExportLine);

    /// <returns>Null for what is no line of an export.</returns>
    public static ExportLine? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Default.ExportLine);
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
