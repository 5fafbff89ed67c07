import { correctionWord } from '#features/stories/correction-words.ts';
import { typeset } from '#features/stories/typography.ts';
import type { CorrectionView, Severity, StoryView } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { correctionAnchor } from '#lib/paths.ts';

type Props = {
  story: Pick<StoryView, 'corrections' | 'language'>;
  severity: Severity;
  timeZone: string;
};

/** What readers are told about a story: what was serious above the text, the rest at its foot. */
export function Corrections({ story, severity, timeZone }: Props) {
  const { language } = story;
  const told = story.corrections.filter((one) => one.severity === severity);
  if (told.length === 0) return null;
  return told.map((correction) => (
    <aside
      key={correction.id}
      id={correctionAnchor(correction.id)}
      aria-label={correctionWord(correction.kind, language)}
      className={severity === 'serious' ? 'correction serious' : 'correction'}
    >
      <CorrectionText correction={correction} language={language} timeZone={timeZone} />
    </aside>
  ));
}

/** What it is and since when, then the words, a paragraph a line. */
export function CorrectionText({
  correction: { kind, text, at },
  language,
  timeZone,
}: {
  correction: CorrectionView;
  language: string;
  timeZone: string;
}) {
  return (
    <>
      <p>
        <strong>{correctionWord(kind, language)}</strong>{' '}
        <time className="meta" dateTime={at.toISOString()}>
          {dateAndTime(at, { timeZone, language })}
        </time>
      </p>
      {text.split(/\n+/).map((line) => (
        <p key={line}>{typeset(line, language)}</p>
      ))}
    </>
  );
}
