using System.Diagnostics;
using System.Globalization;
using Identity.Testing;
using Identity.Tests.Web.Pages.Recovery;

namespace Identity.Tests.Web.Pages.Abuse;

/// <summary>
/// No clock tells known accounts from unknown ones. Each known one is asked for beside an unknown one, in turns, and over many
/// pairs neither is the slower: of fair pairs the share lies outside four standard deviations once in some fifteen thousand
/// runs, while work that is left out for one of them shows in nearly every pair.
/// </summary>
[Spec("OWASP ASVS", "6.3.8")]
public sealed class SameTimeTests : RecoverTest
{
    private const int People = 20;
    private const int Rounds = 2;

    protected override (string Key, string Value)[] Settings => [("Verifiers:Offered", "simulated")];

    [Fact]
    public Task A_wrong_password_takes_as_long() => CompareAsync(async (browser, address) =>
    {
        var page = await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), ("Email", address));
        return (page, [("Password", "wrong-password-typed")]);
    });

    [Fact]
    public Task A_code_for_a_new_account_takes_as_long() =>
        CompareAsync(async (browser, address) => (await browser.OpenAsync("/create"), [("Email", address)]));

    [Fact]
    public Task A_code_to_get_back_in_takes_as_long() =>
        CompareAsync(async (browser, address) => (await BeginAsync(browser, "Password", address), [("Chosen", "EmailCode")]));

    [Fact]
    public Task A_wrong_backup_code_takes_as_long() => CompareAsync(async (browser, address) =>
        (await ChooseAsync(browser, await BeginAsync(browser, "Password", address), "BackupCode"), [("Code", "ABCD-EFGH-JKLM-NPQR")]));

    [Fact]
    public Task A_proof_begun_to_get_back_in_takes_as_long() => CompareAsync(async (browser, address) =>
    {
        var ways = await ChooseAsync(browser, await BeginAsync(browser, "Everything", address), "Identity");
        return (await browser.OpenAsync(ways.Path + "/by/simulated"), [("First", "Alice"), ("Last", "Archer"), ("Birth.Day", "29"), ("Birth.Month", "2"), ("Birth.Year", "1984")]);
    });

    private async Task CompareAsync(Func<TestBrowser, string, Task<(Page Page, (string, string)[] Fields)>> prepare)
    {
        for (var person = 0; person < People; person++)
            await Provider.CreateBareAccountAsync(Address("known", person));
        var slower = 0;
        for (var pair = 0; pair < People * Rounds; pair++)
        {
            // Who comes first changes, as the second finds everything warm.
            var (known, unknown) = (Address("known", pair % People), Address("unknown", pair % People));
            var (first, second) = pair / People % 2 == 0 ? (known, unknown) : (unknown, known);
            var (one, other) = (await TimeAsync(prepare, first), await TimeAsync(prepare, second));
            slower += (first == known ? one > other : other > one) ? 1 : 0;
        }

        var deviation = Math.Sqrt(People * Rounds) / 2;
        Assert.InRange(slower, (People * Rounds / 2) - (4 * deviation), (People * Rounds / 2) + (4 * deviation));
    }

    private async Task<TimeSpan> TimeAsync(Func<TestBrowser, string, Task<(Page Page, (string, string)[] Fields)>> prepare, string address)
    {
        using var browser = Provider.Browser();
        var (page, fields) = await prepare(browser, address);
        var began = Stopwatch.GetTimestamp();
        await browser.SubmitAsync(page, fields);
        return Stopwatch.GetElapsedTime(began);
    }

    private static string Address(string kind, int person) => string.Create(CultureInfo.InvariantCulture, $"{kind}{person}@example.test");
}
