using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Storage;

public abstract class WriteTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly Statement Insert = new("test.insert", "INSERT INTO instance_secrets (name, sealed) VALUES (@name, @value)");
    private static readonly Statement Count = new("test.count", "SELECT COUNT(*) FROM instance_secrets WHERE name LIKE 'test-%'");

    [Fact]
    public async Task Writes_that_wait_together_are_each_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(InsertAsync));

        Assert.Equal(200, await CountAsync());
    }

    [Fact]
    public async Task A_write_that_fails_undoes_itself_and_no_other()
    {
        var writes = Enumerable.Range(0, 50).Select(i => i % 5 == 0 ? FailAfterInsertAsync(i) : InsertAsync(i)).ToList();

        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default)));

        Assert.Equal(40, await CountAsync());
        Assert.All(writes.Where((_, i) => i % 5 == 0), write => Assert.IsType<InvalidOperationException>(write.Exception?.InnerException));
    }

    [Fact]
    public async Task A_cancelled_write_that_still_waits_stores_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Domain.Database.WriteAsync(write => write.ExecuteAsync(Insert, ("name", "test-x"), ("value", Array.Empty<byte>())), cancelled.Token));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_EF_saves_within_a_write_is_undone_with_it()
    {
        await using var scope = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        context.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = "undone" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => Domain.Database.WriteAsync<int>(async write =>
        {
            await context.WithinAsync(write, () => context.SaveChangesAsync(Cancellation));
            throw new InvalidOperationException();
        }, Cancellation));

        Assert.DoesNotContain(context.DataProtectionKeys.AsEnumerable().ToList(), key => key.FriendlyName == "undone" && key.Id == 0);
        Assert.Equal(0, await CountAsync("SELECT COUNT(*) FROM data_protection_keys WHERE friendly_name = 'undone'"));
    }

    [Fact]
    public async Task What_EF_saves_by_itself_enters_the_same_queue()
    {
        await using var scope = Domain.Get<IServiceScopeFactory>().CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        context.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = "kept" });

        await Task.WhenAll(context.SaveChangesAsync(Cancellation), InsertAsync(1), InsertAsync(2));

        Assert.Equal(2, await CountAsync());
        Assert.Equal(1, await CountAsync("SELECT COUNT(*) FROM data_protection_keys WHERE friendly_name = 'kept'"));
    }

    private Task InsertAsync(int i) => Domain.Database.WriteAsync(
        write => write.ExecuteAsync(Insert, ("name", $"test-{i}"), ("value", Array.Empty<byte>())), Cancellation);

    private Task FailAfterInsertAsync(int i) => Domain.Database.WriteAsync<int>(async write =>
    {
        await write.ExecuteAsync(Insert, ("name", $"test-{i}"), ("value", Array.Empty<byte>()));
        throw new InvalidOperationException();
    }, Cancellation);

    private Task<long> CountAsync(string? sql = null) => Domain.Database.ReadAsync(
        read => read.FirstAsync(sql is null ? Count : new Statement("test", sql), row => row.GetInt64(0)), Cancellation);

    public sealed class OnSqlite() : WriteTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : WriteTests(StorageProvider.Postgres);
}
