using Identity.ArchitectureTests;
using Microsoft.EntityFrameworkCore;

namespace Planted.Web.Pages.Shared
{
    internal static class Frame
    {
        public static void Draw() { }
    }
}

namespace Planted.Web.Pages.Account
{
    internal sealed class DrawsTheFrame
    {
        public void OnGet() => Shared.Frame.Draw();
    }

    [Breaks(PageRules.PeoplesKeepApart)]
    internal sealed class KnowsPartners
    {
        public void OnGet() => Areas.Partners.Pages.Menu.Show();
    }

    [Breaks(PageRules.PagesKnowNoDatabase)]
    internal sealed class HoldsAContext(DbContext context)
    {
        public void OnPost() => context.SaveChanges();
    }

    [Breaks(PageRules.PagesKnowNoDatabase)]
    internal sealed class HoldsTheDatabase(Domain.Storage.IDatabase database)
    {
        public void OnPost() => database.Write();
    }
}

namespace Planted.Web.Areas.Partners.Pages
{
    internal static class Menu
    {
        public static void Show() => Web.Pages.Shared.Frame.Draw();
    }
}

namespace Planted.Web.Areas.Support.Pages
{
    [Breaks(PageRules.PeoplesKeepApart)]
    internal static class KnowsCitizensPages
    {
        public static void Show(object page) => ((Web.Pages.Account.DrawsTheFrame)page).OnGet();
    }
}

namespace Planted.Domain.Storage
{
    internal interface IDatabase
    {
        void Write();
    }
}
