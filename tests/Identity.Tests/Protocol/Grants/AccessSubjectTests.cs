using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Grants;

/// <summary>By which name an access token speaks of somebody.</summary>
[Spec("OpenID Connect Core", "8.1")]
[Spec("RFC 9068", "2.2")]
public abstract class AccessSubjectTests(StorageProvider storage) : ProtocolTest(storage)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Provider.RegisterAsync(Api("records"));
        await Provider.RegisterAsync(Api("letters"));
    }

    [Fact]
    public async Task An_API_knows_somebody_by_one_name_whichever_application_they_came_by()
    {
        var (watch, book) = (await AskAsync("watch", "records"), await AskAsync("book", "records"));

        Assert.Equal(Subject(watch, "access_token"), Subject(book, "access_token"));
        Assert.Equal(3, new[] { Subject(watch, "access_token"), Subject(watch, "id_token"), Subject(book, "id_token") }.Distinct().Count());
    }

    [Fact]
    public async Task Another_API_knows_them_by_another() =>
        Assert.NotEqual(Subject(await AskAsync("watch", "records"), "access_token"), Subject(await AskAsync("book", "letters"), "access_token"));

    [Fact]
    public async Task A_token_for_several_APIs_has_the_name_that_the_application_knows()
    {
        var tokens = await AskAsync("watch", "records letters");

        Assert.Equal(Subject(tokens, "id_token"), Subject(tokens, "access_token"));
    }

    [Fact]
    public async Task So_has_one_for_no_API()
    {
        var tokens = await TokensAsync();

        Assert.Equal(Subject(tokens, "id_token"), Subject(tokens, "access_token"));
    }

    [Fact]
    [Spec("OpenID Connect Core", "5.3.2")]
    public async Task User_info_goes_by_the_name_of_the_ID_token()
    {
        var tokens = await AskAsync("watch", "records");

        using var response = await UserInfoAsync(tokens["access_token"]!); // It was given.
        using var told = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Subject(tokens, "id_token"), told.RootElement.GetProperty("sub").GetString());
    }

    [Fact]
    public async Task It_stays_when_a_token_is_refreshed()
    {
        var tokens = await AskAsync("watch", "records offline_access");

        var refreshed = await new TestClient(Registration("watch")).RefreshAsync(Http, tokens["refresh_token"]!); // It was asked for.

        Assert.Equal(Subject(tokens, "access_token"), Subject(refreshed, "access_token"));
        Assert.Equal(Subject(tokens, "id_token"), Subject(refreshed, "id_token"));
    }

    private static Client Registration(string name) => TestClient.Appointments with
    {
        ClientId = name,
        SectorIdentifier = $"{name}.example",
        Scope = "openid records letters offline_access",
    };

    private async Task<TokenAnswer> AskAsync(string application, string scopes) => await TokensAsync(await RegisterAsync(Registration(application)), ("scope", $"openid {scopes}"));

    private static string? Subject(TokenAnswer answer, string token) => answer.Payload(token).GetProperty("sub").GetString();
}

/// <inheritdoc/>
public sealed class SqliteAccessSubjectTests() : AccessSubjectTests(StorageProvider.Sqlite);

/// <inheritdoc/>
public sealed class PostgresAccessSubjectTests() : AccessSubjectTests(StorageProvider.Postgres);
