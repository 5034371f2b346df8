using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Identity.Demo.Hosting;

/// <summary>Keys that protect cookies as long as the demo runs, and are written nowhere.</summary>
internal sealed class MemoryKeys : IXmlRepository
{
    private readonly List<XElement> elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (elements) return [.. elements];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (elements) elements.Add(element);
    }
}
