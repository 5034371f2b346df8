using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
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
        {
            using var reader = new StreamReader(request.Body);
            return Results.Text(Match((Parameters)FhirJsonDeserializer.STRICT.DeserializeResource(await reader.ReadToEndAsync())).ToJson(), "application/fhir+json");
        });
        await app.StartAsync();
        return new CitizenIndex(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Bundle Match(Parameters asked)
    {
        var patient = asked.GetSingle("resource")?.Resource as Patient ?? throw new BadHttpRequestException("Nobody was asked for.");
        List<Bundle.EntryComponent> entries = patient.Name[0].Family == "Archer" ? [Certain(patient)] : [];
        return new() { Type = Bundle.BundleType.Searchset, Total = entries.Count, Entry = entries };
    }

    private static Bundle.EntryComponent Certain(Patient patient)
    {
        patient.Active = true;
        patient.Name[0].Use = HumanName.NameUse.Official;
        var search = new Bundle.SearchComponent { Mode = Bundle.SearchEntryMode.Match, Score = 1 };
        search.AddExtension("http://hl7.org/fhir/StructureDefinition/match-grade", new Code("certain"));
        return new() { Resource = patient, Search = search };
    }
}
