namespace Identity.Sdk;

/// <summary>Chance that nobody can guess.</summary>
public interface IRandomPort
{
    /// <summary>A value of 256 bits, in base64url without padding: a state, a nonce, a proof key.</summary>
    string Token();

    /// <summary>A code for a person to copy, in letters and digits that cannot be taken for one another.</summary>
    /// <param name="length">How many characters, from 6 to 32; each is worth about four and a half bits.</param>
    string Code(int length);

    /// <summary>Reads a code as <see cref="Code"/> makes it, for whoever keeps a hash of it alone. Since version 2.</summary>
    /// <param name="typed">What was typed; case, spaces and hyphens do not matter, nor a letter for the digit it looks like.</param>
    /// <param name="length">How many characters it has.</param>
    /// <returns>Null when it can be no such code.</returns>
    string? Read(string? typed, int length);

    /// <summary>Whether somebody typed that code: case, spaces and hyphens do not matter, nor a letter for the digit it looks like.</summary>
    /// <param name="code">A code from <see cref="Code"/>.</param>
    /// <param name="typed">What was typed.</param>
    /// <returns>In the same time whether or not it is.</returns>
    bool Matches(string code, string? typed);
}
