using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Components;

/// <summary>
/// The door of the room that writes markup. Pages use its tags (<c>id-form</c>, <c>id-input</c>, …) and
/// hold no class names of the design system.
/// </summary>
public static class Components
{
    /// <summary>Says in the frame of this page which application waits for the person.</summary>
    public static void ContinueTo(this HttpContext context, string application) =>
        PageFrame.Of(context).Application = application;

    /// <summary>Says on this page that the step the person went back to is done, and this is where they are.</summary>
    public static void SayAlreadyDone(this HttpContext context) => PageFrame.Of(context).AlreadyDone = true;

    /// <summary>Says what is wrong with an answer; an empty field means the page as a whole.</summary>
    public static void Refuse(this ModelStateDictionary state, string field, Message words) =>
        state.AddModelError(field, words.ToString());
}
