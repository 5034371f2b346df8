namespace Identity.Web.Management;

/// <summary>The surface for operators. Section <c>Management</c>.</summary>
public sealed class ManagementOptions
{
    /// <summary>Where it listens, such as <c>http://127.0.0.1:5009</c>. Nothing listens when it is empty.</summary>
    public string Url { get; set; } = "";
}
