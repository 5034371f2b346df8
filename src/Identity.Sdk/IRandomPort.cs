namespace Identity.Sdk;

/// <summary>Chance that nobody can guess.</summary>
public interface IRandomPort
{
    /// <summary>A value of 256 bits, in base64url without padding: a state, a nonce, a proof key.</summary>
    string Token();

    /// <summary>A code for a person to copy, in letters and digits that cannot be taken for one another.</summary>
    /// <param name="length">How many characters, from 6 to 32; each is worth about four and a half bits.</param>
    string Code(int length);

    /// <summary>Whether somebody typed that code: case, spaces and hyphens do not matter, nor a letter for the digit it looks like.</summary>
    /// <param name="code">A code from <see cref="Code"/>.</param>
    /// <param name="typed">What was typed.</param>
    /// <returns>In the same time whether or not it is.</returns>
    bool Matches(string code, string? typed);
}
