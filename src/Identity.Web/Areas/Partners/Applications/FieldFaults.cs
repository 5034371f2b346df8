using Identity.Domain.Partners.Applications;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>Says at each field of a form what is wrong with the metadata it stands for, all of it at once.</summary>
internal static class FieldFaults
{
    /// <param name="fieldOf">By the metadata, the field; what has none is said of the page.</param>
    public static void Add(this ModelStateDictionary state, IEnumerable<ClientFault> faults, IReadOnlyDictionary<string, string> fieldOf)
    {
        foreach (var field in faults.GroupBy(fault => fieldOf.GetValueOrDefault(fault.Member, "")))
        {
            if (field.Key.Length > 0)
                // What is wrong with an address itself comes before what is wrong with all of them.
                state.AddModelError(field.Key, string.Join(' ', field.OrderBy(fault => fault.Member.StartsWith("sector", StringComparison.Ordinal)).Select(fault => fault.Words)));
            else
                foreach (var fault in field)
                    state.AddModelError("", fault.Member.Length == 0 ? fault.Words : $"{fault.Member}: {fault.Words}");
        }
    }
}
