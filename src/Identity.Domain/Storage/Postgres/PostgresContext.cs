using Microsoft.EntityFrameworkCore;

namespace Identity.Domain.Storage.Postgres;

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options, Lazy<IDatabase> database) : IdentityContext(options, database);
