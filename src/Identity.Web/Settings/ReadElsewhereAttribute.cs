namespace Identity.Web.Settings;

/// <summary>What stands below a key is read by somebody else, who also says what is wrong there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReadElsewhereAttribute : Attribute;
