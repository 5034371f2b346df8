namespace Identity.Sdk;

/// <summary>What came of a step.</summary>
public abstract record StepAnswer
{
    private StepAnswer()
    {
    }

    /// <summary>The kind of answer alone: this text may find its way into a log.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>What was typed for a <see cref="VerificationStep.Ask"/>, within the limits of its fields.</summary>
    /// <param name="Values">By the names of the fields, each of them; what was left empty is empty.</param>
    public sealed record Fields(IReadOnlyDictionary<string, string> Values) : StepAnswer;

    /// <summary>What was uploaded for a <see cref="VerificationStep.Upload"/>, within its limits.</summary>
    /// <param name="Uploaded">One file at least.</param>
    public sealed record Files(IReadOnlyList<UploadedFile> Uploaded) : StepAnswer;

    /// <summary>What the browser brought back from a <see cref="VerificationStep.Redirect"/>. Its state was that of this session, and is used up.</summary>
    /// <param name="Parameters">Of the query, each once, without the state.</param>
    public sealed record Callback(IReadOnlyDictionary<string, string> Parameters) : StepAnswer;

    /// <summary>The person pressed the button of a <see cref="VerificationStep.Show"/>, or it is time to look what became of a <see cref="VerificationStep.Wait"/>.</summary>
    public sealed record Look : StepAnswer;

    /// <summary>Somebody brought the result that a <see cref="VerificationStep.Wait"/> waits for, by its handle.</summary>
    /// <param name="By">Who, by a key that this verifier alone knows them by and that is the same the next time.</param>
    /// <param name="Values">What they say.</param>
    public sealed record Delivered(string By, IReadOnlyDictionary<string, string> Values) : StepAnswer;
}

/// <summary>A file. The server keeps none.</summary>
/// <param name="MediaType">What its first bytes say it is; one that the step accepts.</param>
/// <param name="Content">All of it.</param>
public sealed record UploadedFile(string MediaType, ReadOnlyMemory<byte> Content);
