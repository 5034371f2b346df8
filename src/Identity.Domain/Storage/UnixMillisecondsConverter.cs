using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Identity.Domain.Storage;

/// <summary>Times as Unix milliseconds on both engines: SQLite cannot compare a <see cref="DateTimeOffset"/>.</summary>
internal sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
