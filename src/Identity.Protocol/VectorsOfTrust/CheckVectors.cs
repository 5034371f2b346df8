using Identity.Domain.Verification;
using Identity.Domain.Verification.Levels;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.VectorsOfTrust;

/// <summary>Checks <c>Protocol:Vectors</c> against the levels there are.</summary>
internal sealed class CheckVectors(IOptions<VerificationOptions> verification) : IValidateOptions<ProtocolOptions>
{
    public ValidateOptionsResult Validate(string? name, ProtocolOptions options)
    {
        var faults = VectorVocabulary.Faults(options.Vectors, Levels()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // A file of levels that is broken is a fault of its own section, and named there.
    private LevelRules? Levels()
    {
        try
        {
            return LevelsReader.ReadFile(verification.Value.LevelsFile);
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
