import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type Asked, filterIn } from '#app/(desk)/desk/(shell)/planning/filter.ts';
import { PlanningHead } from '#app/(desk)/desk/(shell)/planning/head.tsx';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { requireStaff } from '#features/people/session.ts';
import { Board } from '#features/planning/components/board.tsx';
import { CalendarLink } from '#features/planning/components/calendar-link.tsx';
import { board, calendarLinkOf, planningChoices } from '#features/planning/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { shortDate } from '#lib/dates.ts';

export const metadata: Metadata = { title: 'Planning' };

export default async function PlanningPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const staff = await requireStaff();
  const filter = filterIn(await searchParams);
  const cards = await board(staff, filter);
  if (!cards.ok) notFound();
  const { timeZone } = await siteSettings();
  const madeAt = await calendarLinkOf(staff);
  return (
    <>
      <FreshOnReturn />
      <PlanningHead
        title="Planning"
        filter={filter}
        choices={await planningChoices(staff)}
        view=""
      />
      {cards.value.length === 0 && (
        <Empty title="Nothing is planned here">
          <p className="text-soft">
            An assignment says what is to be written, by whom and until when. It begins as a pitch,
            and moves over the board until it is done.
          </p>
        </Empty>
      )}
      <Board
        key={JSON.stringify([filter, cards.value.map((card) => [card.id, card.version])])}
        first={cards.value}
        filter={filter}
        timeZone={timeZone}
        at={now()}
      />
      <section aria-labelledby="calendar" className="grid gap-3 border-t-2 border-strong-rule pt-4">
        <h2 id="calendar" className="text-lg font-semibold">
          In your own calendar
        </h2>
        <CalendarLink madeAt={madeAt && shortDate(madeAt, { timeZone, language: 'en' })} />
      </section>
    </>
  );
}
