using System.Text.Json.Serialization;

namespace Identity.Sdk;

/// <summary>What happens next in a verification. Texts are named by their keys in <see cref="VerifierManifest.Texts"/>.</summary>
/// <remarks>It can be written and read as JSON: the server keeps the step that waits for an answer.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Upload), "upload")]
[JsonDerivedType(typeof(Redirect), "redirect")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(Proven), "proven")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record VerificationStep
{
    private VerificationStep()
    {
    }

    /// <summary>What the verifier wants to know at its next call, as JSON. It is sealed where it lies, and the person never sees it.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="SdkLimits.State"/>.</exception>
    public string State
    {
        get;
        init => field = value.Length <= SdkLimits.State ? value : throw new ArgumentException($"The state has {value.Length} characters; {SdkLimits.State} is the most.");
    } = "";

    /// <summary>The kind of step alone: this text may find its way into a log.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Asks the person. One question a page: fields that belong to one question stand together. Answered by <see cref="StepAnswer.Fields"/>.</summary>
    /// <param name="Title">Key of the question.</param>
    /// <param name="Fields">What is asked.</param>
    public sealed record Ask(string Title, IReadOnlyList<AskField> Fields) : VerificationStep
    {
        /// <summary>What is asked.</summary>
        public IReadOnlyList<AskField> Fields { get; } = SdkLimits.Check(Fields, SdkLimits.Fields, nameof(Fields));

        /// <summary>Key of a paragraph above the fields.</summary>
        public string? Introduction { get; init; }

        /// <summary>Values that the introduction uses. Since version 2.</summary>
        public IReadOnlyDictionary<string, string> Values { get; init => field = SdkLimits.Check(value, SdkLimits.Fields, nameof(Values)); } = new Dictionary<string, string>();

        /// <summary>Moments that the introduction uses by the same names, written in the language and zone of whoever reads. Since version 2.</summary>
        public IReadOnlyDictionary<string, DateTimeOffset> Times { get; init => field = SdkLimits.Check(value, nameof(Times)); } = new Dictionary<string, DateTimeOffset>();

        /// <summary>When it is too late to answer, such as the end of a code that the person was sent. They are reminded before. Since version 2.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>
        /// What was wrong with the last answer: by the name of the field, the key of a sentence that says how to mend it. What was
        /// typed is kept, but for sensitive fields.
        /// </summary>
        public IReadOnlyDictionary<string, string> Problems { get; init => field = SdkLimits.Check(value, SdkLimits.Fields, nameof(Problems)); } = new Dictionary<string, string>();
    }

    /// <summary>Asks for files. Answered by <see cref="StepAnswer.Files"/>.</summary>
    /// <param name="Title">Key of the question.</param>
    /// <param name="MediaTypes">What is accepted, such as <c>image/jpeg</c>.</param>
    public sealed record Upload(string Title, IReadOnlyList<string> MediaTypes) : VerificationStep
    {
        /// <summary>How many files, from one.</summary>
        public int Most { get; init; } = 1;

        /// <summary>The largest file, in bytes, <see cref="SdkLimits.FileBytes"/> at most.</summary>
        public int MostBytes { get; init; } = SdkLimits.FileBytes;

        /// <summary>Key of a paragraph that says what a good picture is.</summary>
        public string? Introduction { get; init; }

        /// <summary>Key of a sentence that says what was wrong with the last file, and how to mend it.</summary>
        public string? Problem { get; init; }
    }

    /// <summary>Sends the browser elsewhere. Answered by <see cref="StepAnswer.Callback"/>.</summary>
    /// <param name="Address">Where to: https, or http on loopback for trying things out, which Production refuses.</param>
    /// <param name="CallbackState">
    /// The value of the parameter <c>state</c> that the browser must bring back, from <see cref="IRandomPort.Token"/>. It works once,
    /// and for the session it was made for alone.
    /// </param>
    public sealed record Redirect(Uri Address, string CallbackState) : VerificationStep
    {
        /// <summary>Where to.</summary>
        public Uri Address { get; } = Address is { IsAbsoluteUri: true } && (Address.Scheme == Uri.UriSchemeHttps || (Address.Scheme == Uri.UriSchemeHttp && Address.IsLoopback))
            && Address.OriginalString.Length <= SdkLimits.Address
            ? Address
            : throw new ArgumentException($"A browser is sent to an address of https, {SdkLimits.Address} characters at most.", nameof(Address));

        /// <summary>What the browser must bring back.</summary>
        public string CallbackState { get; } = CallbackState is { Length: >= 22 and <= SdkLimits.Name }
            ? CallbackState
            : throw new ArgumentException($"A callback is known by 22 to {SdkLimits.Name} characters.", nameof(CallbackState));
    }

    /// <summary>
    /// Waits for somebody else. Answered by <see cref="StepAnswer.Look"/> when the person looks or it is time to, and by
    /// <see cref="StepAnswer.Delivered"/> when the result is brought.
    /// </summary>
    /// <param name="For">Key of what is waited for, such as "a colleague looks at your photographs".</param>
    /// <param name="Until">When waiting is pointless; the verifier is then asked once more, by <see cref="StepAnswer.Look"/>.</param>
    /// <param name="LookEvery">How often it is worth looking, ten seconds at least.</param>
    public sealed record Wait(string For, DateTimeOffset Until, TimeSpan LookEvery) : VerificationStep
    {
        /// <summary>
        /// A code by which whoever brings the result names this verification, such as the one a person takes to a desk. It is
        /// shown to the person, and works until the step is over.
        /// </summary>
        public string? Handle { get; init => field = value is null ? null : SdkLimits.Check(value, SdkLimits.Name, nameof(Handle)); }

        /// <summary>Values shown meanwhile, which the text may also use.</summary>
        public IReadOnlyDictionary<string, string> Values { get; init => field = SdkLimits.Check(value, SdkLimits.Fields, nameof(Values)); } = new Dictionary<string, string>();
    }

    /// <summary>Shows something, with a button to go on. Answered by <see cref="StepAnswer.Look"/>.</summary>
    /// <param name="Title">Key of the heading.</param>
    /// <param name="Body">Keys of the paragraphs.</param>
    public sealed record Show(string Title, IReadOnlyList<string> Body) : VerificationStep
    {
        /// <summary>Values that the texts use.</summary>
        public IReadOnlyDictionary<string, string> Values { get; init => field = SdkLimits.Check(value, SdkLimits.Fields, nameof(Values)); } = new Dictionary<string, string>();

        /// <summary>Moments that the texts use by the same names, written in the language and zone of whoever reads. Since version 2.</summary>
        public IReadOnlyDictionary<string, DateTimeOffset> Times { get; init => field = SdkLimits.Check(value, nameof(Times)); } = new Dictionary<string, DateTimeOffset>();

        /// <summary>When what it leads to is too late, such as the end of a code that the person was sent. They are reminded before. Since version 2.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>A code to copy, shown large.</summary>
        public string? Code { get; init => field = value is null ? null : SdkLimits.Check(value, SdkLimits.Name, nameof(Code)); }
    }

    /// <summary>Ends with evidence. What it amounts to is not the verifier's to say.</summary>
    /// <param name="Evidence">One piece at least.</param>
    public sealed record Proven(IReadOnlyList<Evidence> Evidence) : VerificationStep
    {
        /// <summary>One piece at least.</summary>
        public IReadOnlyList<Evidence> Evidence { get; } = SdkLimits.Check(Evidence, SdkLimits.Evidence, nameof(Evidence)) is { Count: > 0 } given
            ? given
            : throw new ArgumentException("There is no evidence.", nameof(Evidence));

        /// <summary>What speaks against the person nevertheless.</summary>
        public IReadOnlyList<ContraIndicator> Against { get; init => field = SdkLimits.Check(value, SdkLimits.Evidence, nameof(Against)); } = [];
    }

    /// <summary>Ends without.</summary>
    /// <param name="Reason">What the person may be told. Never which detail was wrong.</param>
    public sealed record Refused(RefusalReason Reason) : VerificationStep
    {
        /// <summary>
        /// Why, for operators, who find it in the log: a code of the verifier's own, a-z, 0-9 and hyphens. Never anything of the
        /// person. Since version 2.
        /// </summary>
        public string? Cause
        {
            get;
            init => field = value is null || SdkLimits.Check(value, SdkLimits.Name, nameof(Cause)).All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
                ? value
                : throw new ArgumentException("A cause is made of a-z, 0-9 and hyphens.", nameof(Cause));
        }

        /// <summary>What was found that speaks against the person. They are not told.</summary>
        public IReadOnlyList<ContraIndicator> Against { get; init => field = SdkLimits.Check(value, SdkLimits.Evidence, nameof(Against)); } = [];
    }
}
