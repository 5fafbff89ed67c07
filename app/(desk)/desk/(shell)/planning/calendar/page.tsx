import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type Asked, filterIn } from '#app/(desk)/desk/(shell)/planning/filter.ts';
import { PlanningHead } from '#app/(desk)/desk/(shell)/planning/head.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { requireStaff } from '#features/people/session.ts';
import { byDay, daysOf, isDay, turned } from '#features/planning/calendar.ts';
import { CalendarDays } from '#features/planning/components/calendar-days.tsx';
import { calendar, planningChoices } from '#features/planning/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { dayIn, longDate } from '#lib/dates.ts';
import { planningPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Calendar' };

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const staff = await requireStaff();
  const asked = await searchParams;
  const { timeZone } = await siteSettings();
  const today = dayIn(now(), timeZone);
  const view = asked.view === 'month' ? 'month' : 'week';
  if (asked.on !== undefined && !isDay(asked.on)) notFound();
  const on = asked.on ?? today;
  const filter = filterIn(asked);
  const days = daysOf(view, on);
  const entries = await calendar(staff, filter, days);
  if (!entries.ok) notFound();
  const to = (by: 1 | -1) => planningPath({ ...filter, view, on: turned(view, on, by) });
  return (
    <>
      <FreshOnReturn />
      <PlanningHead
        title={titleOf(view, on, days)}
        filter={filter}
        choices={await planningChoices(staff)}
        view={view}
        on={on}
      />
      <nav aria-label="Other times" className="calendar-turn">
        <a href={to(-1)} className="button" rel="prev">
          {view === 'week' ? 'Week before' : 'Month before'}
        </a>
        <a href={planningPath({ ...filter, view })} className="button">
          Today
        </a>
        <a href={to(1)} className="button" rel="next">
          {view === 'week' ? 'Week after' : 'Month after'}
        </a>
        <p className="text-soft">Times are those of {timeZone}</p>
      </nav>
      <CalendarDays
        days={byDay(days, entries.value, timeZone)}
        month={view === 'month' ? on.slice(0, 7) : null}
        timeZone={timeZone}
        today={today}
      />
    </>
  );
}

/** Calendar days are written as they are: in UTC each is itself. */
const STYLE = { timeZone: 'UTC', language: 'en' };

function titleOf(view: 'week' | 'month', on: string, days: readonly string[]): string {
  if (view === 'month') {
    const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat('en-GB', month).format(new Date(`${on}T00:00:00Z`));
  }
  return `Week of ${longDate(new Date(`${days[0]}T00:00:00Z`), STYLE)}`;
}
