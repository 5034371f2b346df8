namespace Identity.Domain.Notifications.Letters;

/// <summary>Where letters go to be printed. Section <c>Letters</c>; without a folder, Development keeps them for the mailbox page and elsewhere nobody is offered them.</summary>
public sealed class LetterOptions
{
    /// <summary>A folder that whoever prints and posts them empties; empty means the mailbox page.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A font file for what the font that comes with the program lacks; empty means none.</summary>
    public string FallbackFont { get; set; } = "";
}
