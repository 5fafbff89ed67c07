import { type Mail, mailsOf } from '#bench/mails.ts';
import { atLeast, type Row } from '#bench/table.ts';
import { type Kind, Model, placesOf } from '#features/spam/model.ts';
import { scored } from '#features/spam/scoring.ts';

const KEPT = 98;
const CAUGHT = 95;

/**
 * The filter on mails that it never saw: it learns from one half of a corpus, as if moderators had
 * decided about each, and judges the other half.
 */
export async function spam(): Promise<Row[]> {
  const choosing = await mailsOf('choosing');
  const judging = await mailsOf('judging');
  const untaught = new Model();
  const taught = new Model();
  const began = performance.now();
  teach(taught, choosing);
  const eachMs = (performance.now() - began) / choosing.length;
  const before = rates(untaught, judging);
  const after = rates(taught, judging);
  return [
    {
      what: 'Mails of SpamAssassin to learn from, and to be judged',
      figure: `${choosing.length}, ${judging.length} (${after.ham} ham, ${after.spam} spam)`,
    },
    atLeast('Ham kept, in % of the half that nothing was chosen by', after.kept, KEPT),
    atLeast('Spam caught, in % of the same half', after.caught, CAUGHT),
    {
      what: 'The same before anything was learned',
      figure: `${before.kept.toFixed(2)} % kept, ${before.caught.toFixed(2)} % caught`,
    },
    {
      what: 'To learn a mail, to judge one',
      figure: `${eachMs.toFixed(2)}, ${after.eachMs.toFixed(2)} ms`,
    },
  ];
}

function teach(model: Model, mails: readonly Mail[]): void {
  const texts = { spam: 0, ham: 0 };
  const places = new Map<number, Record<Kind, number>>();
  for (const { spam, written } of mails) {
    const kind = spam ? 'spam' : 'ham';
    texts[kind] += 1;
    for (const place of placesOf(written)) {
      const counts = places.get(place) ?? { spam: 0, ham: 0 };
      counts[kind] += 1;
      places.set(place, counts);
    }
  }
  for (const [place, counts] of places) model.set(place, counts);
  model.setTexts(texts);
}

function rates(model: Model, mails: readonly Mail[]) {
  const began = performance.now();
  const called = mails.map(({ spam, written }) => ({
    spam,
    caught: scored(model, written).verdict === 'spam',
  }));
  const eachMs = (performance.now() - began) / mails.length;
  const spam = called.filter((one) => one.spam);
  const ham = called.filter((one) => !one.spam);
  return {
    eachMs,
    spam: spam.length,
    ham: ham.length,
    caught: (100 * spam.filter((one) => one.caught).length) / spam.length,
    kept: (100 * ham.filter((one) => !one.caught).length) / ham.length,
  };
}
