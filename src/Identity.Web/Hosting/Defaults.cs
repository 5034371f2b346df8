namespace Identity.Web.Hosting;

internal static class Defaults
{
    /// <summary>Puts the shipped <c>identity.json</c>, every key with its default, beneath all other settings.</summary>
    public static void AddDefaults(this ConfigurationManager configuration)
    {
        var file = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = "config/identity.json",
            Optional = false,
            ReloadOnChange = false,
        };
        file.FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory);
        ((IConfigurationBuilder)configuration).Sources.Insert(0, file);
    }
}
