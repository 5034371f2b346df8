using Identity.Demo.Hosting;

namespace Identity.Demo.RecordsApi;

/// <summary>Invents a health record: the same one for the same <c>sub</c>, dated back from today.</summary>
internal sealed class RecordBook(TimeProvider clock)
{
    private static readonly (string Name, string Dose)[] Medicines =
        [("Amlodipine 5 mg", "One tablet in the morning"), ("Salbutamol inhaler", "Two puffs when needed"), ("Metformin 500 mg", "One tablet with breakfast and dinner"),
         ("Levothyroxine 50 micrograms", "One tablet before breakfast"), ("Atorvastatin 20 mg", "One tablet at night"), ("Vitamin D 20 micrograms", "One capsule a day")];
    private static readonly string[] Vaccines = ["Flu", "COVID-19", "Tetanus, diphtheria and polio", "Measles, mumps and rubella", "Shingles", "Pneumococcal"];
    private static readonly string[] Places = ["Riverside Clinic", "Mill Lane Surgery", "Harbour Pharmacy"];
    private static readonly (string Name, string Reaction)[] Allergies =
        [("Penicillin", "Rash"), ("Peanuts", "Swelling of the face"), ("Latex", "Itching"), ("Ibuprofen", "Wheezing"), ("Bee stings", "Swelling")];
    private static readonly (string Name, string Unit, int From, int To)[] Tests =
        [("Blood sugar (HbA1c)", "mmol/mol", 31, 47), ("Total cholesterol", "mmol/l", 3, 6), ("Haemoglobin", "g/l", 118, 165), ("Potassium", "mmol/l", 3, 5), ("Vitamin B12", "ng/l", 190, 800)];

    public CareRecord Of(string subject)
    {
        var choice = new SeededChoice(subject);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new CareRecord(
            [.. choice.Some("medicines", Medicines, 2 + choice.Number("how many medicines", 2))
                .Select(each => new Medicine(each.Name, each.Dose, Ago(each.Name, 900)))],
            [.. choice.Some("vaccines", Vaccines, 3).Select(each => new Immunisation(each, Ago(each, 1500), choice.One(each, Places))).OrderByDescending(each => each.Given)],
            [.. choice.Some("allergies", Allergies, 1 + choice.Number("how many allergies", 2)).Select(each => new Allergy(each.Name, each.Reaction))],
            [.. choice.Some("tests", Tests, 3).Select(Result).OrderByDescending(each => each.Taken)]);

        DateOnly Ago(string purpose, int days) => today.AddDays(-20 - choice.Number($"{purpose} date", days));

        TestResult Result((string Name, string Unit, int From, int To) test) =>
            new(test.Name, Ago(test.Name, 300), $"{test.From + choice.Number($"{test.Name} value", test.To - test.From)} {test.Unit}", "In the usual range");
    }
}
