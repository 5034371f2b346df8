using System.Collections.Concurrent;
using System.Collections.Immutable;
using Diary = System.Collections.Immutable.ImmutableSortedDictionary<string, Identity.Demo.Appointments.Appointment>;

namespace Identity.Demo.Appointments;

/// <summary>Each citizen's diary, kept in memory under the <c>sub</c> that this application knows them by. Thread-safe.</summary>
internal sealed class AppointmentBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Diary> diaries = new(StringComparer.Ordinal);

    public IReadOnlyList<Appointment> Of(string subject) => [.. DiaryOf(subject).Values.Where(each => each.Time > Now)];

    public IReadOnlyList<Appointment> FreeFor(string subject) =>
        [.. Clinic.FreeTimes(subject, Now).Where(each => !DiaryOf(subject).ContainsKey(each.Id)).DistinctBy(each => each.Id)];

    public Appointment? Find(string subject, string? id) => id is null ? null : DiaryOf(subject).GetValueOrDefault(id);

    /// <returns>Whether that time was free; taking one twice takes it once.</returns>
    public bool Book(string subject, string? id)
    {
        if (FreeFor(subject).FirstOrDefault(each => each.Id == id) is not { } free) return false;
        Change(subject, diary => diary.SetItem(free.Id, free));
        return true;
    }

    public void Cancel(string subject, string id) => Change(subject, diary => diary.Remove(id));

    private void Change(string subject, Func<Diary, Diary> change) =>
        diaries.AddOrUpdate(subject, _ => change(DiaryOf(subject)), (_, diary) => change(diary));

    private DateTime Now => clock.GetLocalNow().DateTime;

    private Diary DiaryOf(string subject) =>
        diaries.GetOrAdd(subject, static (key, now) =>
            Clinic.FirstDiary(key, now).DistinctBy(each => each.Id).ToImmutableSortedDictionary(each => each.Id, each => each, StringComparer.Ordinal), Now);
}
