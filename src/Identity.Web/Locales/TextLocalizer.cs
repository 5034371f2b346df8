using Microsoft.Extensions.Localization;

namespace Identity.Web.Locales;

/// <summary>Lets a validation attribute name a key: <c>[Required(ErrorMessage = "signIn.email.missing")]</c>.</summary>
internal sealed class TextLocalizer(Text text) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, text[name].ToString());

    public LocalizedString this[string name, params object[] arguments] => this[name];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
