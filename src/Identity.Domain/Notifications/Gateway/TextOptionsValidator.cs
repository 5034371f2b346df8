using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Notifications.Gateway;

internal sealed class TextOptionsValidator(IHostEnvironment environment) : IValidateOptions<TextOptions>
{
    private const int ShortestSecret = 32;

    public ValidateOptionsResult Validate(string? name, TextOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(TextOptions options)
    {
        if (options.ReceiptSecret.Length is > 0 and < ShortestSecret)
            yield return $"Texts:ReceiptSecret has {options.ReceiptSecret.Length} characters. Write {ShortestSecret} random ones or more, or leave it empty when no receipts come.";
        if (string.IsNullOrWhiteSpace(options.Address))
            yield break;
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address) || address is not { Scheme: "https" or "http", Query: "", Fragment: "" })
            yield return $"Texts:Address is '{options.Address}'. Write the gateway's address, such as https://notify.example.org.";
        else if (address.Scheme is "http" && !environment.IsDevelopment() && !address.IsLoopback)
            yield return $"Texts:Address is '{options.Address}'. Codes go to no gateway in clear: write https.";
        if (options.Key.Length == 0)
            yield return "Texts:Key is empty. Write the key that the gateway gave out.";
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromMinutes(1))
            yield return $"Texts:Timeout is {options.Timeout}. Write a time above zero and up to one minute.";
        if (options.Rest < TimeSpan.Zero || options.Rest > TimeSpan.FromMinutes(10))
            yield return $"Texts:Rest is {options.Rest}. Write a time up to ten minutes.";
    }
}
