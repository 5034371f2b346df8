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
}
