using Identity.Sdk;

namespace Identity.Verifiers.Letter;

internal static class LetterTexts
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All = new Dictionary<string, IReadOnlyDictionary<string, string>>
    {
        ["en"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Get a code by post",
            [TextKeys.Summary] = "We send a letter to the address on your record. You type in the code that is in it.",
            [TextKeys.Privacy] = "Whoever prints and posts the letter sees your name, your address and the code.",
            ["confirm"] = "Can we send a letter to your address?",
            ["confirm-where"] = "A record that we checked has this address: {address}. If you have moved, tell whoever keeps the record, or choose another way.",
            ["confirm-choice"] = "Can you get post there?",
            ["confirm-yes"] = "Yes, send a letter there",
            ["confirm-no"] = "No, I cannot get post there",
            ["sent"] = "We have sent you a letter",
            ["sent-text"] = "It goes to this address: {address}.",
            ["sent-days"] = "It takes 5 to 10 days to come. You can close this page now, and come back on any device.",
            ["sent-until"] = "The code in it works until {until}. We remind you before.",
            ["question"] = "What is the code in your letter?",
            ["question-until"] = "It works until {until}. If you had two letters, the code in each of them works.",
            ["code"] = "Code",
            ["code-hint"] = "It has 10 letters and numbers. Capitals, spaces and hyphens do not matter.",
            ["code-empty"] = "Enter the code in your letter, or tick that it has not come",
            ["code-wrong"] = "This is not the code in your letter. Check it and try again.",
            ["again"] = "My letter has not come, or I have lost it",
            ["enough"] = "We cannot send you another letter yet",
            ["enough-text"] = "We send two letters in 30 days. You can have the next one from {until}. The codes in your letters still work.",
            ["enough-ways"] = "You can also stop this and choose another way.",
            ["paused"] = "Too many wrong codes",
            ["paused-text"] = "To keep you safe we look at no code for a day. Try again from {until}. Your letter still works then.",
            ["letter-subject"] = "Your code to prove who you are",
            ["letter-text"] = "Sign in to your account, go to “Who we know you are” and type in the code below. It works for 30 days from the day we sent this letter.",
            ["letter-not-you"] = "If you did not ask for this, do not give the code to anybody. Tell us, and throw this letter away.",
        },
        ["cy"] = new Dictionary<string, string>
        {
            [TextKeys.Title] = "Cael cod drwy’r post",
            [TextKeys.Summary] = "Rydym yn anfon llythyr i’r cyfeiriad sydd ar eich cofnod. Rydych yn teipio’r cod sydd ynddo.",
            [TextKeys.Privacy] = "Mae pwy bynnag sy’n argraffu ac yn postio’r llythyr yn gweld eich enw, eich cyfeiriad a’r cod.",
            ["confirm"] = "A allwn ni anfon llythyr i’ch cyfeiriad?",
            ["confirm-where"] = "Mae’r cyfeiriad hwn ar gofnod a wiriwyd gennym: {address}. Os ydych wedi symud, dywedwch wrth bwy bynnag sy’n cadw’r cofnod, neu dewiswch ffordd arall.",
            ["confirm-choice"] = "A allwch chi gael post yno?",
            ["confirm-yes"] = "Gallaf, anfonwch lythyr yno",
            ["confirm-no"] = "Na allaf, ni allaf gael post yno",
            ["sent"] = "Rydym wedi anfon llythyr atoch",
            ["sent-text"] = "Mae’n mynd i’r cyfeiriad hwn: {address}.",
            ["sent-days"] = "Mae’n cymryd 5 i 10 diwrnod i gyrraedd. Gallwch gau’r dudalen hon nawr, a dod yn ôl ar unrhyw ddyfais.",
            ["sent-until"] = "Mae’r cod ynddo’n gweithio hyd at {until}. Byddwn yn eich atgoffa cyn hynny.",
            ["question"] = "Beth yw’r cod yn eich llythyr?",
            ["question-until"] = "Mae’n gweithio hyd at {until}. Os cawsoch ddau lythyr, mae’r cod ym mhob un ohonynt yn gweithio.",
            ["code"] = "Cod",
            ["code-hint"] = "Mae ganddo 10 llythyren a rhif. Nid oes ots am briflythrennau, bylchau na chysylltnodau.",
            ["code-empty"] = "Rhowch y cod sydd yn eich llythyr, neu ticiwch nad yw wedi cyrraedd",
            ["code-wrong"] = "Nid hwn yw’r cod yn eich llythyr. Gwiriwch ef a rhowch gynnig arall arni.",
            ["again"] = "Nid yw fy llythyr wedi cyrraedd, neu rwyf wedi ei golli",
            ["enough"] = "Ni allwn anfon llythyr arall atoch eto",
            ["enough-text"] = "Rydym yn anfon dau lythyr mewn 30 diwrnod. Gallwch gael yr un nesaf o {until} ymlaen. Mae’r codau yn eich llythyrau’n dal i weithio.",
            ["enough-ways"] = "Gallwch hefyd stopio hyn a dewis ffordd arall.",
            ["paused"] = "Gormod o godau anghywir",
            ["paused-text"] = "I’ch cadw’n ddiogel nid ydym yn edrych ar unrhyw god am ddiwrnod. Rhowch gynnig arall arni o {until} ymlaen. Bydd eich llythyr yn dal i weithio bryd hynny.",
            ["letter-subject"] = "Eich cod i brofi pwy ydych chi",
            ["letter-text"] = "Mewngofnodwch i’ch cyfrif, ewch i “Pwy rydym yn gwybod ydych chi” a theipiwch y cod isod. Mae’n gweithio am 30 diwrnod o’r dydd yr anfonom y llythyr hwn.",
            ["letter-not-you"] = "Os na ofynnoch am hyn, peidiwch â rhoi’r cod i neb. Rhowch wybod i ni, a thaflwch y llythyr hwn.",
        },
    };
}
