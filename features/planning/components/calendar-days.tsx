import type { Day } from '#features/planning/calendar.ts';
import type { CalendarEntry } from '#features/planning/views.ts';
import { clockTime, dateAndTime, fullDate } from '#lib/dates.ts';

type Props = {
  days: readonly { day: Day; entries: CalendarEntry[] }[];
  /** 2017-01 where a month is shown: days of its neighbours stand back. */
  month: string | null;
  timeZone: string;
  today: Day;
};

const WHAT: Record<CalendarEntry['what'], { word: string; state: string }> = {
  due: { word: 'Due', state: 'in-review' },
  published: { word: 'To be published', state: 'scheduled' },
  changed: { word: 'To be changed', state: 'live-with-changes' },
  'taken down': { word: 'To be taken down', state: 'withdrawn' },
  'embargo ends': { word: 'Embargo ends', state: 'approved' },
};

/** Days with what is on them: seven beside each other on a wide screen, a list on a narrow one. */
export function CalendarDays({ days, month, timeZone, today }: Props) {
  return (
    <ol className={month ? 'calendar calendar-month' : 'calendar'}>
      {days.map(({ day, entries }) => (
        <li
          key={day}
          className="calendar-day"
          data-empty={entries.length === 0 || undefined}
          data-outside={(month !== null && !day.startsWith(month)) || undefined}
          aria-current={day === today ? 'date' : undefined}
        >
          <h2>
            <time dateTime={day}>
              <span className="sr-only">{whole(day)}</span>
              <span aria-hidden="true">{short(day)}</span>
            </time>
          </h2>
          {entries.length > 0 && (
            <ul>
              {entries.map((entry) => (
                <Entry key={`${entry.key} ${entry.what}`} entry={entry} timeZone={timeZone} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, timeZone }: { entry: CalendarEntry; timeZone: string }) {
  const style = { timeZone, language: 'en' };
  const { at, what, title, language, section, person, to, late } = entry;
  const { word, state } = WHAT[what];
  return (
    <li className="calendar-entry">
      <span className={`state state-${state}`}>
        <time dateTime={at.toISOString()} title={dateAndTime(at, style)}>
          {clockTime(at, style)}
        </time>{' '}
        {late ? <strong className="text-danger">Late</strong> : word}
      </span>
      <a href={to} className="list-main" dir="auto" lang={language}>
        {title}
      </a>
      <span className="text-note text-soft">{[section, person].filter(Boolean).join(' · ')}</span>
    </li>
  );
}

/** A calendar day has no zone: in UTC it is itself. */
const AS_IT_IS = { timeZone: 'UTC', language: 'en' };

function whole(day: Day): string {
  return fullDate(new Date(`${day}T00:00:00Z`), AS_IT_IS);
}

const SHORT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

function short(day: Day): string {
  return SHORT.format(new Date(`${day}T00:00:00Z`));
}
