namespace Identity.Tests.Web.Settings;

public sealed class SchemaTests
{
    private static readonly string File = Repository.At("config", "identity.schema.json");

    /// <summary>Run this test with <c>IDENTITY_WRITE=1</c> in the environment to write the schema anew.</summary>
    [Fact]
    public void The_schema_says_what_the_options_and_the_file_say()
    {
        if (Environment.GetEnvironmentVariable("IDENTITY_WRITE") == "1")
            System.IO.File.WriteAllText(File, Schema.Write());

        Assert.Equal(Schema.Write(), System.IO.File.ReadAllText(File), ignoreLineEndingDifferences: true);
    }
}
