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

    /// <summary>Lists the verifiers that came with the program with their hashes, which the build has written, right above the defaults.</summary>
    public static void AddShippedVerifiers(this ConfigurationManager configuration)
    {
        var file = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = "verifiers/shipped.json",
            Optional = true,
            ReloadOnChange = false,
        };
        file.FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory);
        ((IConfigurationBuilder)configuration).Sources.Insert(1, file);
    }

    /// <summary>
    /// Reads a file named like a setting (<c>Mail__Password</c>) as that setting, where systemd or a container puts secrets,
    /// so that none has to stand in the environment. Everything but the defaults counts before it.
    /// </summary>
    public static void AddSecretFiles(this ConfigurationManager configuration)
    {
        var folder = Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") ?? "/run/secrets";
        if (!Directory.Exists(folder))
            return;

        ((IConfigurationBuilder)configuration).Sources.Insert(2, new Microsoft.Extensions.Configuration.KeyPerFile.KeyPerFileConfigurationSource
        {
            FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(folder),
            Optional = true,
            ReloadOnChange = false,
        });
    }
}
