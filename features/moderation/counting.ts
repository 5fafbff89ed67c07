import { and, count, gte, inArray, isNotNull, lt, min } from 'drizzle-orm';
import { commentDecisions } from '#db/schema/comments.ts';
import { commentAppeals } from '#db/schema/moderation.ts';
import { screenings } from '#db/schema/screening.ts';
import { type Reader, read } from '#db/store.ts';
import type { Counted } from '#features/moderation/transparency.ts';
import { site } from '#features/site/queries.ts';
import { dayTag, siteTag } from '#features/site/tags.ts';
import { keepUntilTouched, oncePerPage } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';
import { dayIn, startOfDay } from '#lib/dates.ts';

const MONTHS = 12;

/**
 * Phases that look at who writes are not counted in public: a number that moves when somebody tries an
 * address would tell what is known of it.
 */
const COUNTED_PHASES = ['repeated', 'words', 'links', 'browser', 'spam', 'policy'];

type Month = { month: string; from: Date; to: Date };

/** What was decided about comments in the last twelve months, to the end of yesterday. */
export const decisionCounts = oncePerPage(async (): Promise<Counted[]> => {
  keepUntilTouched(dayTag(), siteTag());
  const { timeZone } = await site();
  const rows: Counted[] = [];
  for (const month of await monthsWithSomething(timeZone))
    rows.push(...(await countsOf(read, month)));
  return rows;
});

/** The months of the newsroom's own calendar, newest first, back to the first decision. */
async function monthsWithSomething(timeZone: string): Promise<Month[]> {
  const [first] = await read.select({ at: min(screenings.madeAt) }).from(screenings);
  const [decided] = await read.select({ at: min(commentDecisions.madeAt) }).from(commentDecisions);
  const earliest = Math.min(...[first?.at, decided?.at].map((at) => at?.getTime() ?? Infinity));
  const today = dayIn(now(), timeZone);
  const months: Month[] = [];
  let to = startOfDay(today, timeZone) ?? now();
  let month = today.slice(0, 7);
  while (months.length < MONTHS && to.getTime() > earliest) {
    const from = startOfDay(`${month}-01`, timeZone) ?? to;
    if (from < to) months.push({ month, from, to });
    to = from;
    month = monthBefore(month);
  }
  return months;
}

/** 2017-01 gives 2016-12. */
function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

async function countsOf(from: Reader, { month, ...between }: Month): Promise<Counted[]> {
  const decisions = await from
    .select({
      rule: commentDecisions.rule,
      outcome: commentDecisions.verdict,
      comments: count(),
    })
    .from(commentDecisions)
    .where(and(gte(commentDecisions.madeAt, between.from), lt(commentDecisions.madeAt, between.to)))
    .groupBy(commentDecisions.rule, commentDecisions.verdict);
  const screened = await from
    .select({ rule: screenings.phase, outcome: screenings.outcome, comments: count() })
    .from(screenings)
    .where(
      and(
        gte(screenings.madeAt, between.from),
        lt(screenings.madeAt, between.to),
        inArray(screenings.phase, COUNTED_PHASES),
      ),
    )
    .groupBy(screenings.phase, screenings.outcome);
  const appeals = await from
    .select({ outcome: commentAppeals.answer, comments: count() })
    .from(commentAppeals)
    .where(
      and(
        isNotNull(commentAppeals.answer),
        gte(commentAppeals.answeredAt, between.from),
        lt(commentAppeals.answeredAt, between.to),
      ),
    )
    .groupBy(commentAppeals.answer);
  return [
    ...decisions.map((row): Counted => ({ month, kind: 'decision', ...row })),
    ...screened.map((row): Counted => ({ month, kind: 'pipeline', ...row })),
    ...appeals.map(
      ({ outcome, comments }): Counted => ({
        month,
        kind: 'appeal',
        rule: '',
        outcome: outcome ?? '',
        comments,
      }),
    ),
  ];
}
