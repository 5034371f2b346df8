using Identity.ArchitectureTests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Planted.Domain.Storage
{
    internal abstract class IdentityContext : DbContext;
}

namespace Planted.Domain.Storage.Sqlite
{
    internal sealed class SqliteContext : IdentityContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(new SqliteConnection());
    }

    [Breaks(StorageRules.PostgresStaysAtHome)]
    internal static class OpensTheOther
    {
        public static NpgsqlConnection Open() => new();
    }
}

namespace Planted.Domain.Grants
{
    [Breaks(StorageRules.SqliteStaysAtHome)]
    internal static class CatchesTheDriversException
    {
        public static int Try(Action work)
        {
            try
            {
                work();
                return 0;
            }
            catch (SqliteException exception)
            {
                return exception.SqliteErrorCode;
            }
        }
    }

    [Breaks(StorageRules.SqliteStaysAtHome)]
    internal static class ChoosesAnEngine
    {
        public static void Choose(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");
    }

    [Breaks(StorageRules.PostgresStaysAtHome)]
    internal static class ChoosesTheOtherEngine
    {
        public static void Choose(DbContextOptionsBuilder options) => options.UseNpgsql("Host=localhost");
    }

    [Breaks(StorageRules.SavesEnterTheQueue)]
    internal sealed class ContextOfItsOwn : DbContext;

    [Breaks(StorageRules.SavesEnterTheQueue)]
    internal static class DeletesPastTheQueue
    {
        public static async Task<int> Delete(IQueryable<string> rows) => await rows.ExecuteDeleteAsync();
    }
}
