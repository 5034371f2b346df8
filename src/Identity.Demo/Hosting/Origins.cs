namespace Identity.Demo.Hosting;

internal static class Origins
{
    /// <summary>Scheme, host and port without the slash that <see cref="Uri"/> adds: issuers and resource indicators compare as text.</summary>
    public static string Origin(this Uri address) => address.GetLeftPart(UriPartial.Authority);
}
