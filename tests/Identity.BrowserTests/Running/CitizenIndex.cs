using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Identity.BrowserTests.Running;

/// <summary>An organisation's index of citizens on this machine, which knows everybody called Archer: <c>Patient/$match</c> of FHIR R4.</summary>
internal sealed class CitizenIndex : IAsyncDisposable
{
    public const string Organisation = "Example Health";

    private readonly WebApplication app;

    private CitizenIndex(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<CitizenIndex> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/Patient/$match", async (HttpRequest request) =>
            Results.Text(Match(await JsonNode.ParseAsync(request.Body) ?? throw new BadHttpRequestException("Nothing was asked.")).ToJsonString(), "application/fhir+json"));
        await app.StartAsync();
        return new CitizenIndex(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static JsonObject Match(JsonNode asked)
    {
        var patient = asked["parameter"]!.AsArray().First(one => one!["name"]!.GetValue<string>() == "resource")!["resource"]!.DeepClone().AsObject(); // The operation has it.
        var entries = patient["name"]![0]!["family"]!.GetValue<string>() == "Archer" ? new JsonArray(Certain(patient)) : [];
        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["total"] = entries.Count, ["entry"] = entries };
    }

    private static JsonObject Certain(JsonObject patient)
    {
        patient["active"] = true;
        patient["name"]![0]!["use"] = "official"; // It was asked for by a name.
        var grade = new JsonObject { ["url"] = "http://hl7.org/fhir/StructureDefinition/match-grade", ["valueCode"] = "certain" };
        return new JsonObject { ["resource"] = patient, ["search"] = new JsonObject { ["extension"] = new JsonArray(grade), ["mode"] = "match", ["score"] = 1 } };
    }
}
