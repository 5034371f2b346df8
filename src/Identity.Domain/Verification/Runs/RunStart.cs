using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Storage;

namespace Identity.Domain.Verification.Runs;

/// <summary>What the beginning of a verification is paid from, and what it leaves behind.</summary>
/// <param name="Budgets">The day's budgets.</param>
/// <param name="Payer">Whose budget it is.</param>
/// <param name="LeavesAsync">Says, in the same transaction, what is recorded once it is paid.</param>
internal sealed record RunStart(DayBudgets Budgets, string Payer, Func<IStatements, ValueTask<Recorded>> LeavesAsync);
