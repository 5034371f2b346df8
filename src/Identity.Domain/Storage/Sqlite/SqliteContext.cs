using Microsoft.EntityFrameworkCore;

namespace Identity.Domain.Storage.Sqlite;

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options, Lazy<IDatabase> database) : IdentityContext(options, database);
