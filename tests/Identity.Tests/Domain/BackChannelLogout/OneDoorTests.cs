using System.Reflection;
using System.Text.RegularExpressions;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;

namespace Identity.Tests.Domain.BackChannelLogout;

/// <summary>Whoever wrote an ending of their own would forget who has to be told.</summary>
public sealed partial class OneDoorTests
{
    [Fact]
    public void Sessions_end_through_one_door_on_either_engine()
    {
        var statements = from type in typeof(SessionStore).Assembly.GetTypes()
                         where !type.ContainsGenericParameters
                         from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                         where field.FieldType == typeof(Statement)
                         let statement = (Statement?)field.GetValue(null)
                         where Enum.GetValues<StorageProvider>().Any(engine => Ends().IsMatch(statement.SqlFor(engine)))
                         select (type.Name, statement.Name);

        Assert.Equal([("SessionEndings", "sessions.end"), ("SessionEndings", "sessions.end-others")], statements.Order());
    }

    [GeneratedRegex(@"UPDATE\s+sessions\s+SET[^;]*\bended_at\s*=|DELETE\s+FROM\s+sessions\s+WHERE(?!\s+\(id\) IN)", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();
}
