using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Areas.Support.Access;

/// <summary>Denies by default: every page of the console says who may open it, or nothing starts.</summary>
internal static class PageAccess
{
    private static readonly string Area = typeof(PageAccess).Namespace!.Replace(".Access", ".Pages", StringComparison.Ordinal); // It stands in one.

    /// <summary>The pages of the console among some types.</summary>
    public static IEnumerable<Type> Pages(IEnumerable<Type> types) => types.Where(type =>
        type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract && (type.Namespace == Area || type.Namespace?.StartsWith(Area + ".", StringComparison.Ordinal) == true));

    /// <summary>What is said of a page model; null for one that says nothing, which nobody opens.</summary>
    public static NeedsAttribute? Of(Type page) => page.GetCustomAttribute<NeedsAttribute>();

    /// <summary>A line for each page that says nothing.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Type> pages) =>
        pages.Where(page => Of(page) is null).Select(page => $"The page {page.FullName} does not say who may open it. Write [Needs] above its model.");

    /// <exception cref="InvalidOperationException">A page says nothing.</exception>
    public static void Check()
    {
        var faults = Faults(Pages(typeof(PageAccess).Assembly.GetTypes())).ToList();
        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }
}
