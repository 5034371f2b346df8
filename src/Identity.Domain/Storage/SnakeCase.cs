using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Identity.Domain.Storage;

/// <summary>Names tables, columns and indexes in snake_case, so that one SQL text needs no quotes on either engine.</summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            entity.SetTableName(From(entity.GetTableName()));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(From(property.GetColumnName()));
            foreach (var key in entity.GetKeys())
                key.SetName(From(key.GetName()));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(From(index.GetDatabaseName()));
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName(From(foreignKey.GetConstraintName()));
        }
    }

    internal static string? From(string? name)
    {
        if (name is null)
            return null;

        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
