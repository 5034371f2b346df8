using System.Globalization;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>Holds an answer to what was asked, so that a verifier need not: lengths, choices, dates, kinds of files.</summary>
internal static class AnswerCheck
{
    /// <summary>Whether such an answer is one to this step at all. One that is not is to a step that is past.</summary>
    public static bool Fits(VerificationStep? step, StepAnswer answer) => (step, answer) switch
    {
        (VerificationStep.Ask, StepAnswer.Fields) => true,
        (VerificationStep.Upload, StepAnswer.Files) => true,
        (VerificationStep.Redirect, StepAnswer.Callback) => true,
        (VerificationStep.Wait, StepAnswer.Look or StepAnswer.Delivered) => true,
        (VerificationStep.Show, StepAnswer.Look) => true,
        _ => false,
    };

    /// <summary>The answer as the verifier gets it, and what is wrong with it.</summary>
    public static (StepAnswer Answer, IReadOnlyDictionary<string, AnswerProblem> Problems) Read(VerificationStep step, StepAnswer answer) => (step, answer) switch
    {
        (VerificationStep.Ask ask, StepAnswer.Fields fields) => Read(ask, fields),
        (VerificationStep.Upload upload, StepAnswer.Files files) => (answer, Problems(upload, files)),
        _ => (answer, new Dictionary<string, AnswerProblem>()),
    };

    private static (StepAnswer Answer, IReadOnlyDictionary<string, AnswerProblem> Problems) Read(VerificationStep.Ask ask, StepAnswer.Fields answer)
    {
        var read = ask.Fields.Select(field => (field.Name, Value: Plain(field, answer.Values.GetValueOrDefault(field.Name, "")), Field: field)).ToList();
        var problems = read.Select(pair => (pair.Name, Problem: Problem(pair.Field, pair.Value))).Where(pair => pair.Problem is not null);
        return (new StepAnswer.Fields(read.ToDictionary(pair => pair.Name, pair => pair.Value)),
            problems.ToDictionary(pair => pair.Name, pair => pair.Problem!.Value)); // Filtered just before.
    }

    private static string Plain(AskField field, string typed) => field.Kind is FieldKind.Code && typed.Length <= SdkLimits.Value
        ? string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.DashPunctuation)).ToUpperInvariant()
        : field.Kind is FieldKind.Address ? string.Join('\n', typed.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) : typed.Trim();

    private static AnswerProblem? Problem(AskField field, string value) => value switch
    {
        "" => field.Optional ? null : AnswerProblem.Empty,
        _ when value.Length > field.Maximum => AnswerProblem.TooLong,
        _ => field.Kind switch
        {
            FieldKind.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => AnswerProblem.NotADate,
            FieldKind.Choice when field.Choices.All(choice => choice.Value != value) => AnswerProblem.NotAChoice,
            FieldKind.Checkbox when value != "true" => AnswerProblem.NotAChoice,
            _ => null,
        },
    };

    private static Dictionary<string, AnswerProblem> Problems(VerificationStep.Upload upload, StepAnswer.Files answer)
    {
        AnswerProblem? problem = answer.Uploaded switch
        {
            { Count: 0 } => AnswerProblem.Empty,
            var files when files.Count > upload.Most => AnswerProblem.TooMany,
            var files when files.Any(file => file.Content.Length > upload.MostBytes) => AnswerProblem.TooLarge,
            var files when files.Any(file => !upload.MediaTypes.Contains(file.MediaType) || Sniff(file.Content.Span) != file.MediaType) => AnswerProblem.WrongKind,
            _ => null,
        };
        return problem is { } wrong ? new() { [""] = wrong } : [];
    }

    // Magic numbers of the IANA registrations of these media types. What is not among them cannot be asked for.
    private static string? Sniff(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i', (byte)'c', ..] => "image/heic",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "video/mp4",
        _ => null,
    };
}
