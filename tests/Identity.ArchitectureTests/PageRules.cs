namespace Identity.ArchitectureTests;

/// <summary>Pages of the three peoples keep to themselves, and leave storage to the rooms of Domain.</summary>
internal static class PageRules
{
    public const string PeoplesKeepApart = "Citizens', partners' and support pages never know each other";
    public const string PagesKnowNoDatabase = "A page knows no database";

    private static readonly string[] Peoples = ["Web.Pages", "Web.Areas.Partners", "Web.Areas.Support"];

    // The frame and the dead ends are the same for everybody.
    private static readonly string[] Everybodys = ["Web.Pages.Shared", "Web.Pages.Errors"];

    public static readonly Rule[] All =
    [
        new(PeoplesKeepApart, house =>
            from people in Peoples
            from type in house.In(people)
            where !Everybodys.Any(room => House.IsIn(type.Namespace, house.At(room)))
            from known in type.Knows
            where Peoples.Any(other => other != people && House.IsIn(known, house.At(other))) && !Everybodys.Any(room => House.IsIn(known, house.At(room)))
            select new Breach(type.Name, $"knows {known}")),
        Rule.Blind(PagesKnowNoDatabase, house => house.In("Web.Pages").Concat(house.In("Web.Areas")),
            house => ["Microsoft.EntityFrameworkCore", "System.Data.Common", house.At("Domain.Storage.IDatabase"), house.At("Domain.Storage.IStatements"), house.At("Domain.Storage.IdentityContext")]),
    ];
}
