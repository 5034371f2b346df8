namespace Identity.Sdk;

/// <summary>Chance that nobody can guess.</summary>
public interface IRandomPort
{
    /// <summary>A value of 256 bits, in base64url without padding: a state, a nonce, a proof key.</summary>
    string Token();

    /// <summary>A code for a person to copy, in letters and digits that cannot be taken for one another.</summary>
    /// <param name="length">How many characters, from 6 to 32; each is worth about four and a half bits.</param>
    string Code(int length);
}
